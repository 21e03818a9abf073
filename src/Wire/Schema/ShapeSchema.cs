namespace Orrery.Wire.Schema;

/// <summary>What a shape is and which constraints its values meet. Immutable; parts are made when first
/// needed.</summary>
public sealed class ShapeSchema
{
    private readonly MemberSchema[] _members = [];
    private bool? _hasXmlAttributes;
    private UInt128? _required;

    /// <summary>AWS's name of the shape.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required ShapeKind Kind { get; init; }

    /// <summary>Facts about the shape.</summary>
    public ShapeTraits Traits { get; init; }

    /// <summary>The members of a structure, in the model's order.</summary>
    public IReadOnlyList<MemberSchema> Members
    {
        get => _members;
        init
        {
            _members = [.. value];
            for (var i = 0; i < _members.Length; i++) _members[i].Index = i;
        }
    }

    /// <summary>The member at a place.</summary>
    internal MemberSchema MemberAt(int index) => _members[index];

    /// <summary>The element of a list.</summary>
    public MemberSchema? Element { get; init; }

    /// <summary>The key of a map.</summary>
    public MemberSchema? Key { get; init; }

    /// <summary>The value of a map.</summary>
    public MemberSchema? Value { get; init; }

    /// <summary>The least length, count or number, or null.</summary>
    public double? Min { get; init; }

    /// <summary>The greatest length, count or number, or null.</summary>
    public double? Max { get; init; }

    /// <summary>The regular expression that strings match, as the model writes it, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values of an enumeration; generated C# enumerations number them in this order.</summary>
    public IReadOnlyList<string> EnumValues { get; init; } = [];

    /// <summary>The format of a timestamp shape.</summary>
    public TimestampFormat TimestampFormat { get; init; }

    /// <summary>The XML namespace that elements of this shape declare.</summary>
    public XmlNamespace? XmlNamespace { get; init; }

    /// <summary>The shape's own <c>locationName</c>: the root element's name where it is a document.</summary>
    public string? LocationName { get; init; }

    /// <summary>The error facts of an error shape.</summary>
    public ErrorSchema? Error { get; init; }

    /// <summary>The member that is the whole body, or null.</summary>
    public MemberSchema? Payload =>
        field ??= Array.Find(_members, static m => m.Location is MemberLocation.Payload);

    /// <summary>Whether any member travels in the body's document.</summary>
    public bool HasBodyMembers => Array.Exists(_members, static m => m.Location is MemberLocation.Body);

    /// <summary>Whether any member is an XML attribute of the structure's element.</summary>
    internal bool HasXmlAttributes => _hasXmlAttributes ??= Array.Exists(_members, static m => m.IsXmlAttribute);

    /// <summary>The members that requests need, a bit each by their place.</summary>
    internal UInt128 Required => _required ??= _members.Where(static m => m.IsRequired)
        .Aggregate(UInt128.Zero, static (all, member) => all | (UInt128.One << member.Index));

    /// <summary>The shape as the whole of a request or a result.</summary>
    internal MemberSchema AsRoot => field ??= new(Name, Name, _ => this);

    /// <summary>Whether exactly one member is set.</summary>
    public bool IsUnion => (Traits & ShapeTraits.Union) != 0;

    /// <summary>The pattern ready to match, or null.</summary>
    internal PatternMatcher? Matcher => Pattern is null ? null : field ??= new PatternMatcher(Pattern);

    /// <summary>Members by their JSON, CBOR and header names.</summary>
    internal MemberLookup ByWireName => field ??= new MemberLookup(_members, static m => m.WireName);

    /// <summary>Members by the local names of their XML elements.</summary>
    internal MemberLookup ByXmlName => field ??= new MemberLookup(_members, static m => LocalName(m.XmlName));

    /// <summary>Members by their parameter names in the query protocol.</summary>
    internal MemberLookup ByFormName => field ??= new MemberLookup(_members, static m => m.FormName);

    /// <summary>Members by their parameter names in the ec2 protocol.</summary>
    internal MemberLookup ByEc2Name => field ??= new MemberLookup(_members, static m => m.Ec2Name);

    /// <summary>The place of a value in <see cref="EnumValues"/>, or -1.</summary>
    public int EnumIndex(string value)
    {
        var index = EnumIndexes ??= MakeEnumIndexes(EnumValues);
        return index.TryGetValue(value, out var found) ? found : -1;
    }

    private Dictionary<string, int>? EnumIndexes { get; set; }

    private static Dictionary<string, int> MakeEnumIndexes(IReadOnlyList<string> values)
    {
        var made = new Dictionary<string, int>(values.Count, StringComparer.Ordinal);
        for (var i = 0; i < values.Count; i++) made.TryAdd(values[i], i);
        return made;
    }

    private static string LocalName(string name) => name[(name.IndexOf(':') + 1)..];
}
