using System.Globalization;
using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Values;

/// <summary>A source whose scalars are all text: forms, XML, headers, query strings.</summary>
/// <param name="format">How instants are written where the model does not say.</param>
internal abstract class TextSource(TimestampFormat format) : ShapeSource
{
    /// <inheritdoc/>
    public override long Integer(MemberSchema member)
    {
        var text = Text(member);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Invalid(member, text, "an integer");
    }

    /// <inheritdoc/>
    public override double Number(MemberSchema member)
    {
        var text = Text(member);
        return NumberText.TryParse(text, out var value) ? value : throw Invalid(member, text, "a number");
    }

    /// <inheritdoc/>
    public override bool Boolean(MemberSchema member)
    {
        var text = Text(member);
        if (text.Equals("true", StringComparison.OrdinalIgnoreCase)) return true;
        return text.Equals("false", StringComparison.OrdinalIgnoreCase)
            ? false
            : throw Invalid(member, text, "a boolean");
    }

    /// <inheritdoc/>
    public override DateTimeOffset Timestamp(MemberSchema member)
    {
        var text = Text(member);
        var own = member.TimestampFormat is TimestampFormat.Unspecified ? format : member.TimestampFormat;
        return TimestampText.TryParse(text, own, out var value) ? value : throw Invalid(member, text, "a timestamp");
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Blob(MemberSchema member)
    {
        var text = Text(member);
        var bytes = new byte[text.Length * 3 / 4 + 3];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes.AsMemory(0, length)
            : throw Invalid(member, text, "base64");
    }

    /// <inheritdoc/>
    public override string Document(MemberSchema member) => Text(member);

    /// <summary>The refusal of a text that is not of the member's type.</summary>
    protected abstract ServiceException Invalid(MemberSchema member, string text, string expected);
}
