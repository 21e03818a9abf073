using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Xml;

/// <summary>Keeps the text of one member and ignores the rest.</summary>
/// <param name="wanted">The member.</param>
internal sealed class TextFinder(MemberSchema wanted) : IgnoringSink
{
    /// <summary>The text, or null.</summary>
    public string? Found { get; private set; }

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        if (ReferenceEquals(member, wanted)) Found = value;
    }
}
