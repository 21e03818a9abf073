using System.Text.Json.Nodes;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Schemas made straight from a model file: a second way to what tools/CodeGen generates.</summary>
internal sealed class JsonModelStore : ISchemaStore
{
    private readonly JsonObject _model;
    private readonly bool _keepPatterns;
    private readonly Dictionary<string, ShapeSchema> _shapes = new(StringComparer.Ordinal);

    private JsonModelStore(JsonObject model, bool keepPatterns)
    {
        _model = model;
        _keepPatterns = keepPatterns;
        Operations = [.. model["operations"]!.AsObject().Select(o => new OperationModel(
            o.Key, (string)o.Value!["http"]!["method"]!, (string)o.Value["http"]!["requestUri"]!))];
    }

    public IReadOnlyList<OperationModel> Operations { get; }

    /// <summary>A service of a model file.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="keepPatterns">False where values are made up that no pattern would let through.</param>
    public static ServiceSchema Service(string name, bool keepPatterns = false)
    {
        var model = ModelFiles.Load(name);
        var facts = model["metadata"]!;
        var json = (string?)facts["jsonVersion"] ?? "1.1";
        var protocols = facts["protocols"] is JsonArray several
            ? several.Select(p => (string)p!)
            : [(string)facts["protocol"]!];
        return new ServiceSchema(new JsonModelStore(model, keepPatterns))
        {
            Id = name,
            ServiceId = (string)facts["serviceId"]!,
            ApiVersion = (string)facts["apiVersion"]!,
            EndpointPrefix = (string)facts["endpointPrefix"]!,
            SigningName = (string?)facts["signingName"] ?? (string)facts["endpointPrefix"]!,
            TargetPrefix = (string?)facts["targetPrefix"],
            JsonVersion = json,
            XmlNamespace = (string?)facts["xmlNamespace"] ?? CommonNamespace(model),
            Protocols = [.. protocols.Select(p => ServiceLine.Protocol(p, json))],
            IsQueryCompatible = facts["awsQueryCompatible"] is not null,
            ValidationCode = (string?)facts["validationCode"],
            HasBareErrors = facts["noErrorWrapping"] is not null,
        };
    }

    public OperationSchema? Operation(ServiceSchema service, string name)
    {
        if (_model["operations"]![name] is not JsonObject facts) return null;
        return new OperationSchema
        {
            Service = service,
            Name = name,
            Method = (string)facts["http"]!["method"]!,
            UriTemplate = (string)facts["http"]!["requestUri"]!,
            Status = (int?)facts["http"]!["responseCode"] ?? 200,
            Input = Document(facts["input"], name + "Request"),
            Output = Document(facts["output"], name + "Result"),
            ResultWrapper = (string?)facts["output"]?["resultWrapper"],
            InputRoot = (string?)facts["input"]?["locationName"],
            InputNamespace = Namespace(facts["input"]?["xmlNamespace"]),
            OutputRoot = (string?)facts["output"]?["locationName"],
            IsOutputUnwrapped = facts["unwrappedOutput"] is not null,
            Errors = [.. (facts["errors"]?.AsArray() ?? []).Select(e => Shape((string)e!["shape"]!))],
        };
    }

    public ShapeSchema Shape(string name)
    {
        lock (_shapes)
        {
            if (_shapes.TryGetValue(name, out var known)) return known;
            return _shapes[name] = Make(name, _model["shapes"]![name]!);
        }
    }

    // rest-xml models give it with each request.
    private static string? CommonNamespace(JsonObject model) => model["operations"]!.AsObject()
        .Select(o => (string?)o.Value!["input"]?["xmlNamespace"]?["uri"])
        .OfType<string>()
        .GroupBy(uri => uri)
        .MaxBy(g => g.Count())?.Key;

    private static XmlNamespace? Namespace(JsonNode? facts) => facts switch
    {
        null => null,
        JsonObject space => new XmlNamespace((string)space["uri"]!, (string?)space["prefix"]),
        _ => new XmlNamespace((string)facts!),
    };

    private static ShapeKind Kind(JsonNode facts) => facts["document"] is not null
        ? ShapeKind.Document
        : Enum.Parse<ShapeKind>((string)facts["type"]!, ignoreCase: true);

    private static TimestampFormat Format(JsonNode facts) => (string?)facts["timestampFormat"] is { } format
        ? Enum.Parse<TimestampFormat>(format, ignoreCase: true)
        : TimestampFormat.Unspecified;

    private static T Flag<T>(JsonNode facts, string name, T flag)
        where T : struct, Enum => facts[name] is not null ? flag : default;

    private ShapeSchema Document(JsonNode? use, string otherwise) => (string?)use?["shape"] is { } shape
        ? Shape(shape)
        : new ShapeSchema { Name = otherwise, Kind = ShapeKind.Structure };

    private ShapeSchema Make(string name, JsonNode facts)
    {
        var kind = Kind(facts);
        return new ShapeSchema
        {
            Name = name,
            Kind = kind,
            Traits = Flag(facts, "flattened", ShapeTraits.Flattened) | Flag(facts, "sensitive", ShapeTraits.Sensitive)
                | Flag(facts, "union", ShapeTraits.Union) | Flag(facts, "eventstream", ShapeTraits.EventStream)
                | Flag(facts, "error", ShapeTraits.Error) | Flag(facts, "fault", ShapeTraits.Fault)
                | Flag(facts, "streaming", ShapeTraits.Streaming),
            Members = kind is not ShapeKind.Structure
                ? []
                : [.. facts["members"]!.AsObject().Select(m => Member(facts, m.Key, m.Value!, MemberRole.Member))],
            Element = Part(facts, "member", MemberRole.Element),
            Key = Part(facts, "key", MemberRole.Key),
            Value = Part(facts, "value", MemberRole.Value),
            Min = (double?)facts["min"],
            Max = (double?)facts["max"],
            Pattern = _keepPatterns && facts["enum"] is null ? (string?)facts["pattern"] : null,
            EnumValues = [.. (facts["enum"]?.AsArray() ?? []).Select(v => (string)v!).Distinct()],
            TimestampFormat = Format(facts),
            XmlNamespace = Namespace(facts["xmlNamespace"]),
            LocationName = (string?)facts["locationName"],
            Error = facts["error"] is not { } error ? null : new ErrorSchema(
                (string?)error["code"], (int?)error["httpStatusCode"] ?? 0, error["senderFault"] is not null),
        };
    }

    private MemberSchema? Part(JsonNode facts, string part, MemberRole role) =>
        facts[part] is { } use ? Member(facts, part, use, role) : null;

    private MemberSchema Member(JsonNode shape, string name, JsonNode use, MemberRole role)
    {
        var required = shape["required"]?.AsArray().Any(r => (string)r! == name) == true;
        return new MemberSchema(name, (string)use["shape"]!, Shape)
        {
            Role = role,
            LocationName = (string?)use["locationName"],
            QueryName = (string?)use["queryName"],
            Location = (string?)shape["payload"] == name ? MemberLocation.Payload : Location((string?)use["location"]),
            OwnTimestampFormat = Format(use),
            Traits = (required ? MemberTraits.Required : MemberTraits.None)
                | Flag(use, "flattened", MemberTraits.Flattened) | Flag(use, "xmlAttribute", MemberTraits.XmlAttribute)
                | Flag(use, "idempotencyToken", MemberTraits.IdempotencyToken)
                | Flag(use, "hostLabel", MemberTraits.HostLabel) | Flag(use, "jsonvalue", MemberTraits.JsonValue)
                | Flag(use, "streaming", MemberTraits.Streaming) | Flag(use, "eventpayload", MemberTraits.EventPayload),
            XmlNamespace = Namespace(use["xmlNamespace"]),
        };
    }

    private static MemberLocation Location(string? name) => name switch
    {
        null => MemberLocation.Body,
        "headers" => MemberLocation.PrefixHeaders,
        _ => Enum.Parse<MemberLocation>(name, ignoreCase: true),
    };
}
