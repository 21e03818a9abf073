using System.Globalization;
using System.Text;

namespace Orrery.Wire.Schema;

/// <summary>Writes values as a line of text for people and for comparison.</summary>
/// <param name="hide">Whether sensitive values are replaced by asterisks.</param>
internal sealed class TextSink(bool hide) : ShapeSink
{
    private readonly StringBuilder _text = new();

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value) => Open(member).Append("{ ");

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member) => _text.Append("} ");

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count) => Open(member).Append("[ ");

    /// <inheritdoc/>
    public override void EndList(MemberSchema member) => _text.Append("] ");

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count) => Open(member).Append("{ ");

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key) => _text.Append('"').Append(key).Append("\" = ");

    /// <inheritdoc/>
    public override void EndEntry(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void EndMap(MemberSchema member) => _text.Append("} ");

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value) => Scalar(member, $"\"{value}\"");

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value) =>
        Scalar(member, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value) =>
        Scalar(member, value.ToString("R", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value) => Scalar(member, value ? "true" : "false");

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value) =>
        Scalar(member, value.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value) =>
        Scalar(member, Convert.ToBase64String(value.Span));

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json) => Scalar(member, json);

    /// <inheritdoc/>
    public override void Stream(MemberSchema member, Stream value) => Scalar(member, "<stream>");

    private StringBuilder Open(MemberSchema member) =>
        member.Role is MemberRole.Member ? _text.Append(member.Name).Append(" = ") : _text;

    private void Scalar(MemberSchema member, string value) =>
        Open(member).Append(hide && member.IsSensitive ? "****" : value).Append(' ');
}
