namespace Orrery.Engines.Policies.Requests;

/// <summary>An action as <c>service:Operation</c>; case does not count. Made once for an operation, then
/// reused.</summary>
public sealed class ActionName
{
    private ActionName(string text)
    {
        Text = text;
        Lower = text.ToLowerInvariant();
        var colon = Lower.IndexOf(':', StringComparison.Ordinal);
        Service = colon < 0 ? "" : Lower[..colon];
    }

    /// <summary>As it was written, for messages.</summary>
    public string Text { get; }

    /// <summary>The service's prefix in lower case, for example <c>ec2</c>.</summary>
    public string Service { get; }

    /// <summary>In lower case.</summary>
    internal string Lower { get; }

    /// <summary>An action.</summary>
    public static ActionName Of(string text) => new(text);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
