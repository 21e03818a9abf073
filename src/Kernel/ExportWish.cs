namespace Orrery.Kernel;

/// <summary>How a world is exported.</summary>
public sealed record ExportWish
{
    /// <summary>As it was right after this commit; null for now.</summary>
    public long? At { get; init; }

    /// <summary>Whether to write the journal, or only what there is.</summary>
    public bool History { get; init; } = true;

    /// <summary>
    /// What secrets are sealed under; null writes them as they are, for tests that keep what they compare to
    /// themselves.
    /// </summary>
    public string? Passphrase { get; init; }

    /// <summary>Hides the passphrase.</summary>
    public override string ToString() => $"ExportWish {{ At = {At}, History = {History} }}";
}
