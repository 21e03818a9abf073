using System.Globalization;
using Orrery.Authorization.Deciding;
using Orrery.Wire.Schema;

namespace Orrery.Authorization.Requests;

/// <summary>
/// What a request says, as texts by the dotted path of members; lists do not count as a step. Tags are kept apart.
/// </summary>
internal sealed class RequestMembers : ShapeSink
{
    // A ciphertext of KMS names its key. Source: KMS API Reference, Decrypt, CiphertextBlob: up to 6144 bytes.
    private const int LongestName = 6144;

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _tags = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, string>> _maps = new(StringComparer.Ordinal);
    private readonly Stack<string> _outer = new();
    private string _path = "";
    private string? _tagKey;
    private string _entry = "";

    private RequestMembers()
    {
    }

    /// <summary>The tags that it brings, or the keys of those that it takes away.</summary>
    public IReadOnlyDictionary<string, string> Tags => _tags;

    /// <summary>Reads a request.</summary>
    public static RequestMembers Of(IShape request)
    {
        var members = new RequestMembers();
        ShapeWriter.WriteMembers(members, request);
        return members;
    }

    /// <summary>The values at a path; none where it is not set.</summary>
    public IReadOnlyList<string> At(string path) => _values.TryGetValue(path, out var found) ? found : [];

    /// <summary>The members that are set, without what is within them.</summary>
    public IEnumerable<string> Names => _values.Keys.Select(static path => path.Split('.')[0]).Distinct();

    /// <summary>The map of texts at a path; empty where it is not set.</summary>
    public IReadOnlyDictionary<string, string> Map(string path) =>
        _maps.TryGetValue(path, out var found) ? found : new Dictionary<string, string>();

    /// <summary>Whether anything is set at or below a path.</summary>
    public bool Has(string path) => _values.Keys.Any(
        k => k.StartsWith(path, StringComparison.Ordinal) && (k.Length == path.Length || k[path.Length] == '.'));

    /// <summary>The ids that begin so, wherever they stand but in filters, tags and free text.</summary>
    public IEnumerable<string> Ids(string prefix) => _values
        .Where(pair => !IsText(pair.Key))
        .SelectMany(pair => pair.Value)
        .Where(value => IsId(value, prefix))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether a text is an id that begins so.</summary>
    public static bool IsId(string value, string prefix) =>
        value.Length > prefix.Length + 1 && value[prefix.Length] == '-'
        && value.StartsWith(prefix, StringComparison.Ordinal)
        && value.AsSpan(prefix.Length + 1).IndexOfAnyExcept("0123456789abcdef-") < 0;

    /// <inheritdoc/>
    public override void BeginStructure(MemberSchema member, IShape value) => Enter(member);

    /// <inheritdoc/>
    public override void EndStructure(MemberSchema member) => Leave(member);

    /// <inheritdoc/>
    public override void BeginList(MemberSchema member, int count) => Enter(member);

    /// <inheritdoc/>
    public override void EndList(MemberSchema member) => Leave(member);

    /// <inheritdoc/>
    public override void BeginMap(MemberSchema member, int count) => Enter(member);

    /// <inheritdoc/>
    public override void BeginEntry(MemberSchema member, string key)
    {
        _entry = key;
        if (IsTags(_path)) _tagKey = key;
    }

    /// <inheritdoc/>
    public override void EndEntry(MemberSchema member)
    {
    }

    /// <inheritdoc/>
    public override void EndMap(MemberSchema member) => Leave(member);

    /// <inheritdoc/>
    public override void Text(MemberSchema member, string value)
    {
        Add(member, value);
        if (member.Role == MemberRole.Value) NoteEntry(value);
        if (member.Role == MemberRole.Value && IsTags(_path)) _tags[_tagKey!] = value;
        else if (member.Role == MemberRole.Element && (IsTags(_path) || IsTagKeys(_path))) _tags.TryAdd(value, "");
        else if (member.Role == MemberRole.Member && IsTags(_path)) NoteTag(member.Name, value);
    }

    /// <inheritdoc/>
    public override void Integer(MemberSchema member, long value) =>
        Add(member, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Number(MemberSchema member, double value) =>
        Add(member, value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Boolean(MemberSchema member, bool value) => Add(member, value ? "true" : "false");

    /// <inheritdoc/>
    public override void Timestamp(MemberSchema member, DateTimeOffset value) =>
        Add(member, CallContext.Instant(value));

    /// <inheritdoc/>
    public override void Blob(MemberSchema member, ReadOnlyMemory<byte> value)
    {
        if (value.Length <= LongestName && !member.IsSensitive) Add(member, Convert.ToBase64String(value.Span));
    }

    /// <inheritdoc/>
    public override void Document(MemberSchema member, string json)
    {
    }

    /// <inheritdoc/>
    public override void Stream(MemberSchema member, Stream value)
    {
    }

    private static bool IsTags(string path) => EndsWith(path, "Tags") || EndsWith(path, "Tag");

    private static bool IsTagKeys(string path) => EndsWith(path, "TagKeys");

    private static bool EndsWith(string path, string name) => path.EndsWith(name, StringComparison.OrdinalIgnoreCase)
        && (path.Length == name.Length || path[^(name.Length + 1)] == '.');

    private static bool IsText(string path)
    {
        var end = path.IndexOf('.', StringComparison.Ordinal);
        return (end < 0 ? path : path[..end])
            is "Filters" or "Tags" or "TagSpecifications" or "Description" or "UserData" or "ClientToken";
    }

    // Services name the two halves of a tag in their own ways.
    private void NoteTag(string name, string value)
    {
        if (name.EndsWith("Key", StringComparison.OrdinalIgnoreCase)) _tags.TryAdd(_tagKey = value, "");
        else if (name.EndsWith("Value", StringComparison.OrdinalIgnoreCase) && _tagKey is not null)
            _tags[_tagKey] = value;
    }

    private void NoteEntry(string value)
    {
        if (!_maps.TryGetValue(_path, out var map)) _maps.Add(_path, map = new(StringComparer.Ordinal));
        map[_entry] = value;
    }

    private void Enter(MemberSchema member)
    {
        if (member.Role != MemberRole.Member) return;
        _outer.Push(_path);
        _path = PathOf(member);
    }

    private void Leave(MemberSchema member)
    {
        if (member.Role == MemberRole.Member) _path = _outer.Pop();
    }

    private void Add(MemberSchema member, string value)
    {
        var path = member.Role == MemberRole.Member ? PathOf(member) : _path;
        if (!_values.TryGetValue(path, out var list)) _values.Add(path, list = []);
        list.Add(value);
    }

    private string PathOf(MemberSchema member) => _path.Length == 0 ? member.Name : $"{_path}.{member.Name}";
}
