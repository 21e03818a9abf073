using System.Globalization;
using Orrery.Wire.Requests;

namespace Orrery.Wire.Schema;

/// <summary>Parses one entry of a <see cref="SchemaText"/>. tools/CodeGen writes them and tests read them
/// back.</summary>
internal static class SchemaLine
{
    /// <summary>The shapes without any trait, by their short names; null for other names.</summary>
    public static ShapeSchema? Plain(string name) => name switch
    {
        ":s" => Of(ShapeKind.String),
        ":i" => Of(ShapeKind.Integer),
        ":l" => Of(ShapeKind.Long),
        ":f" => Of(ShapeKind.Float),
        ":d" => Of(ShapeKind.Double),
        ":b" => Of(ShapeKind.Boolean),
        ":t" => Of(ShapeKind.Timestamp),
        ":x" => Of(ShapeKind.Blob),
        ":j" => Of(ShapeKind.Document),
        _ => null,
    };

    /// <summary>A shape from its lines.</summary>
    public static ShapeSchema Shape(string entry, Func<string, ShapeSchema> resolve)
    {
        var lines = entry.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var line = new SchemaTokens(lines[0]);
        var kind = Kind(line.Next()[0]);
        var shape = line.Rest();
        var members = kind is ShapeKind.Structure or ShapeKind.List or ShapeKind.Map
            ? lines[1..].Select(text => Member(text[1..], kind, resolve)).ToArray()
            : [];
        return new ShapeSchema
        {
            Name = line.Name,
            Kind = kind,
            Traits = Traits(shape),
            Members = kind is ShapeKind.Structure ? members : [],
            Element = kind is ShapeKind.List ? members[0] : null,
            Key = kind is ShapeKind.Map ? members[0] : null,
            Value = kind is ShapeKind.Map ? members[1] : null,
            Min = Number(shape, "min"),
            Max = Number(shape, "max"),
            Pattern = shape.GetValueOrDefault("p"),
            EnumValues = kind is ShapeKind.String ? [.. lines[1..].Select(v => SchemaTokens.Unescape(v[1..]))] : [],
            TimestampFormat = Format(shape),
            XmlNamespace = Namespace(shape, "x"),
            LocationName = shape.GetValueOrDefault("n"),
            Error = shape.ContainsKey("E") ? Error(shape) : null,
        };
    }

    /// <summary>What routing needs of an operation, from its line.</summary>
    public static OperationModel Name(string text)
    {
        var line = new SchemaTokens(text);
        var tokens = line.Rest();
        return new OperationModel(
            line.Name, tokens.GetValueOrDefault("m", "POST"), tokens.GetValueOrDefault("u", "/"))
        {
            IsUnsigned = tokens.ContainsKey("unsigned"),
            IsSignatureOptional = tokens.ContainsKey("optional"),
            IsDeprecated = tokens.ContainsKey("deprecated"),
            StreamsBody = tokens.ContainsKey("streams"),
            RequiredQuery = List(tokens, "q"),
            RequiredHeaders = List(tokens, "h"),
        };
    }

    /// <summary>An operation from its line.</summary>
    public static OperationSchema Operation(ServiceSchema service, OperationModel about, string entry)
    {
        var line = new SchemaTokens(entry.TrimEnd('\n'));
        var tokens = line.Rest();
        return new OperationSchema
        {
            Service = service,
            Name = about.Name,
            Method = about.Method,
            UriTemplate = about.Uri,
            Status = (int)(Number(tokens, "status") ?? 200),
            Input = service.Shape(tokens["in"]),
            Output = service.Shape(tokens["out"]),
            ResultWrapper = tokens.GetValueOrDefault("wrap"),
            InputRoot = tokens.GetValueOrDefault("root"),
            InputNamespace = Namespace(tokens, "x"),
            OutputRoot = tokens.GetValueOrDefault("oroot"),
            IsOutputUnwrapped = tokens.ContainsKey("unwrapped"),
            HostPrefix = tokens.GetValueOrDefault("host"),
            Errors = [.. List(tokens, "err").Select(service.Shape)],
            Paginator = tokens.ContainsKey("po") ? Paginator(tokens) : null,
        };
    }

    private static ShapeSchema Of(ShapeKind kind) => new() { Name = kind.ToString(), Kind = kind };

    private static MemberSchema Member(string text, ShapeKind container, Func<string, ShapeSchema> resolve)
    {
        var line = new SchemaTokens(text);
        var target = line.Next();
        var tokens = line.Rest();
        return new MemberSchema(line.Name, target, resolve)
        {
            Role = Role(container, line.Name),
            LocationName = tokens.GetValueOrDefault("n"),
            QueryName = tokens.GetValueOrDefault("q"),
            Location = Location(tokens),
            OwnTimestampFormat = Format(tokens),
            Traits = MemberTraitsOf(tokens),
            XmlNamespace = Namespace(tokens, "x"),
        };
    }

    private static MemberRole Role(ShapeKind container, string name) => container switch
    {
        ShapeKind.List => MemberRole.Element,
        ShapeKind.Map => name == "key" ? MemberRole.Key : MemberRole.Value,
        _ => MemberRole.Member,
    };

    private static ShapeKind Kind(char letter) => letter switch
    {
        'S' => ShapeKind.Structure,
        'L' => ShapeKind.List,
        'M' => ShapeKind.Map,
        's' => ShapeKind.String,
        'i' => ShapeKind.Integer,
        'l' => ShapeKind.Long,
        'f' => ShapeKind.Float,
        'd' => ShapeKind.Double,
        'b' => ShapeKind.Boolean,
        't' => ShapeKind.Timestamp,
        'x' => ShapeKind.Blob,
        'j' => ShapeKind.Document,
        _ => throw new FormatException($"There is no shape kind '{letter}'."),
    };

    private static MemberLocation Location(Dictionary<string, string> tokens) => tokens.GetValueOrDefault("at") switch
    {
        null => MemberLocation.Body,
        "header" => MemberLocation.Header,
        "headers" => MemberLocation.PrefixHeaders,
        "uri" => MemberLocation.Uri,
        "querystring" => MemberLocation.QueryString,
        "statusCode" => MemberLocation.StatusCode,
        "payload" => MemberLocation.Payload,
        var other => throw new FormatException($"There is no location '{other}'."),
    };

    private static TimestampFormat Format(Dictionary<string, string> tokens) => tokens.GetValueOrDefault("t") switch
    {
        null => TimestampFormat.Unspecified,
        "iso8601" => TimestampFormat.Iso8601,
        "rfc822" => TimestampFormat.Rfc822,
        "unixTimestamp" => TimestampFormat.UnixTimestamp,
        var other => throw new FormatException($"There is no timestamp format '{other}'."),
    };

    private static ShapeTraits Traits(Dictionary<string, string> tokens) =>
        Flag(tokens, "flat", ShapeTraits.Flattened) | Flag(tokens, "secret", ShapeTraits.Sensitive)
        | Flag(tokens, "union", ShapeTraits.Union) | Flag(tokens, "events", ShapeTraits.EventStream)
        | Flag(tokens, "E", ShapeTraits.Error) | Flag(tokens, "fault", ShapeTraits.Fault)
        | Flag(tokens, "stream", ShapeTraits.Streaming);

    private static MemberTraits MemberTraitsOf(Dictionary<string, string> tokens) =>
        Flag(tokens, "req", MemberTraits.Required) | Flag(tokens, "flat", MemberTraits.Flattened)
        | Flag(tokens, "attr", MemberTraits.XmlAttribute) | Flag(tokens, "token", MemberTraits.IdempotencyToken)
        | Flag(tokens, "host", MemberTraits.HostLabel) | Flag(tokens, "json", MemberTraits.JsonValue)
        | Flag(tokens, "stream", MemberTraits.Streaming) | Flag(tokens, "event", MemberTraits.EventPayload);

    private static T Flag<T>(Dictionary<string, string> tokens, string name, T flag)
        where T : struct, Enum => tokens.ContainsKey(name) ? flag : default;

    private static XmlNamespace? Namespace(Dictionary<string, string> tokens, string name) =>
        tokens.TryGetValue(name, out var uri) ? new XmlNamespace(uri, tokens.GetValueOrDefault("xp")) : null;

    private static ErrorSchema Error(Dictionary<string, string> tokens) =>
        new(tokens.GetValueOrDefault("code"), (int)(Number(tokens, "status") ?? 0), tokens.ContainsKey("sender"));

    private static double? Number(Dictionary<string, string> tokens, string name) =>
        tokens.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string[] List(Dictionary<string, string> tokens, string name) =>
        tokens.TryGetValue(name, out var text) ? text.Split(',') : [];

    private static PaginatorSchema Paginator(Dictionary<string, string> tokens) => new(
        List(tokens, "pi"),
        List(tokens, "po"),
        tokens.GetValueOrDefault("pl"),
        List(tokens, "pr"),
        tokens.GetValueOrDefault("pm"));
}
