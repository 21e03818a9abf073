namespace Orrery.Contracts.Contents;

/// <summary>A run of kept bytes.</summary>
/// <param name="Id">Whose bytes.</param>
/// <param name="From">The place of the first.</param>
/// <param name="Length">How many.</param>
public sealed record ContentPiece(ContentId Id, long From, long Length)
{
    /// <summary>All bytes of that name, where a record holds them; null where the store does.</summary>
    public ReadOnlyMemory<byte>? Held { get; init; }
}
