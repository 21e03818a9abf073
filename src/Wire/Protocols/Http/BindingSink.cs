using System.Globalization;
using System.Text;
using Orrery.Wire.Protocols.Values;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>Writes members into headers, path, query string, status and raw bodies; others go to the
/// document.</summary>
/// <param name="headers">The message's headers.</param>
/// <param name="document">The sink of the document, asked for when the first member belongs to it.</param>
internal sealed class BindingSink(WireHeaders headers, Func<MemberSchema, ShapeSink> document) : ShapeSink
{
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    private readonly StringBuilder _query = new();
    private readonly List<string> _elements = [];
    private MemberSchema? _list;
    private string? _key;

    /// <summary>The labels of the path.</summary>
    public IReadOnlyDictionary<string, string> Labels => _labels;

    /// <summary>The query string's parameters that are members.</summary>
    public string Query => _query.ToString();

    /// <summary>The raw body, or null.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; private set; }

    /// <summary>The streamed body, or null.</summary>
    public Stream? Streamed { get; private set; }

    /// <summary>The status that a member sets, or null.</summary>
    public int? Status { get; private set; }

    private MemberSchema Top { get; set; } = null!;

    /// <inheritdoc/>
    public override ShapeSink Route(MemberSchema member)
    {
        Top = member;
        var isDocument = member.Location is MemberLocation.Body
            || (member.Location is MemberLocation.Payload && !BindingReader.IsRaw(member));
        return isDocument ? document(member) : this;
    }

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value) =>
        throw new NotSupportedException($"{member.Name} cannot stand in a header.");

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count)
    {
        _elements.Clear();
        _list = member;
    }

    /// <inheritdoc/>
    public override void EndList(MemberSchema member)
    {
        _list = null;
        if (Top.Location is MemberLocation.Header)
        {
            if (_elements.Count > 0) headers.Add(Top.WireName, string.Join(',', _elements.Select(Quoted)));
            return;
        }

        foreach (var element in _elements) AddQuery(_key ?? Top.WireName, element);
    }

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count)
    {
    }

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key) => _key = key;

    /// <inheritdoc/>
    public override void EndEntry(MemberSchema member) => _key = null;

    /// <inheritdoc/>
    public override void EndMap(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        if (_list is not null)
        {
            _elements.Add(value);
            return;
        }

        switch (Top.Location)
        {
            case MemberLocation.Uri: _labels[Top.WireName] = value; break;
            case MemberLocation.QueryString: AddQuery(_key ?? Top.WireName, value); break;
            case MemberLocation.PrefixHeaders: headers.Add(Top.LocationName + _key, value); break;
            case MemberLocation.Header: headers.Add(Top.WireName, HeaderText(value)); break;
            default: Bytes = Encoding.UTF8.GetBytes(value); break;
        }
    }

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value)
    {
        if (Top.Location is MemberLocation.StatusCode) Status = (int)value;
        else Text(member, value.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value) => Text(member, NumberText.Format(member, value));

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value) => Text(member, value ? "true" : "false");

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value)
    {
        var format = member.TimestampFormat;
        if (format is TimestampFormat.Unspecified)
        {
            format = Top.Location is MemberLocation.Header ? TimestampFormat.Rfc822 : TimestampFormat.Iso8601;
        }

        Text(member, TimestampText.Format(value, format));
    }

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value)
    {
        if (Top.Location is MemberLocation.Payload) Bytes = value;
        else Text(member, Convert.ToBase64String(value.Span));
    }

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json) => Text(member, json);

    /// <inheritdoc/>
    public override void Stream(MemberSchema member, Stream value) => Streamed = value;

    private string HeaderText(string value) => (Top.Traits & MemberTraits.JsonValue) == 0
        ? value
        : Convert.ToBase64String(Encoding.UTF8.GetBytes(value));

    private string Quoted(string element) =>
        Top.Target.Element!.Target.Kind is ShapeKind.String ? HeaderList.Quote(element) : element;

    private void AddQuery(string name, string value)
    {
        if (_query.Length > 0) _query.Append('&');
        Percent.AppendEncoded(_query, name);
        _query.Append('=');
        Percent.AppendEncoded(_query, value);
    }
}
