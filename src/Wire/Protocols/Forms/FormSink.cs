using System.Globalization;
using System.Text;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Forms;

/// <summary>Writes requests of the ec2 and query protocols.</summary>
/// <param name="isEc2">Lists are always flattened, empty ones are not sent, and names are EC2's.</param>
internal sealed class FormSink(bool isEc2) : ShapeSink
{
    private readonly StringBuilder _form = new();
    private readonly StringBuilder _name = new();
    private readonly Stack<(int Length, int Count)> _open = new();

    /// <summary>Adds a parameter that is no member.</summary>
    public void Add(string name, string value)
    {
        if (_form.Length > 0) _form.Append('&');
        Percent.AppendEncoded(_form, name);
        _form.Append('=');
        Percent.AppendEncoded(_form, value);
    }

    /// <summary>The form.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_form.ToString());

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value) => Enter(Step(member));

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member) => Leave();

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count)
    {
        var length = Step(member);
        if (count == 0 && !isEc2) Add(_name.ToString(), string.Empty);
        if (!isEc2 && !member.IsFlattened) Append(member.Target.Element!.LocationName ?? "member");
        Enter(length);
    }

    /// <inheritdoc/>
    public override void EndList(MemberSchema member) => Leave();

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count)
    {
        var length = Step(member);
        if (!member.IsFlattened) Append("entry");
        Enter(length);
    }

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key)
    {
        var (length, count) = _open.Pop();
        _open.Push((length, count + 1));
        var before = _name.Length;
        Append((count + 1).ToString(CultureInfo.InvariantCulture));
        Add($"{_name}.{member.Target.Key!.LocationName ?? "key"}", key);
        Enter(before);
    }

    /// <inheritdoc/>
    public override void EndEntry(MemberSchema member) => Leave();

    /// <inheritdoc/>
    public override void EndMap(MemberSchema member) => Leave();

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        var length = Step(member);
        Add(_name.ToString(), value);
        _name.Length = length;
    }

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value) =>
        Text(member, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value) => Text(member, NumberText.Format(member, value));

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value) => Text(member, value ? "true" : "false");

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value) =>
        Text(member, TimestampText.Format(value, member.TimestampFormat));

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value) =>
        Text(member, Convert.ToBase64String(value.Span));

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json) => Text(member, json);

    // Appends the member's step to the name and returns the length before it.
    private int Step(MemberSchema member)
    {
        var before = _name.Length;
        switch (member.Role)
        {
            case MemberRole.Member: Append(isEc2 ? member.Ec2Name : member.FormName); break;
            case MemberRole.Value: Append(member.LocationName ?? "value"); break;
            default:
                var (length, count) = _open.Pop();
                _open.Push((length, count + 1));
                Append((count + 1).ToString(CultureInfo.InvariantCulture));
                break;
        }

        return before;
    }

    private void Append(string step)
    {
        if (_name.Length > 0) _name.Append('.');
        _name.Append(step);
    }

    private void Enter(int before) => _open.Push((before, 0));

    private void Leave() => _name.Length = _open.Pop().Length;
}
