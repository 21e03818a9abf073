using Orrery.Wire.Requests;

namespace Orrery.Wire.Schema;

/// <summary>Parses the line that names a service and its protocols.</summary>
public static class ServiceLine
{
    /// <summary>A service from its line and the texts that describe its parts.</summary>
    public static ServiceSchema Parse(string line, Utf8Text operations, Utf8Text? shapes = null)
    {
        var words = new SchemaTokens(line);
        var facts = words.Rest();
        return new ServiceSchema(new SchemaText(operations, shapes))
        {
            Id = words.Name,
            ServiceId = facts["service"],
            ApiVersion = facts["version"],
            SigningName = facts["sign"],
            EndpointPrefix = facts["endpoint"],
            TargetPrefix = facts.GetValueOrDefault("target"),
            JsonVersion = facts.GetValueOrDefault("json", "1.1"),
            XmlNamespace = facts.GetValueOrDefault("xmlns"),
            Protocols =
                [.. facts["speaks"].Split(',').Select(p => Protocol(p, facts.GetValueOrDefault("json", "1.1")))],
            HasBareErrors = facts.ContainsKey("bareerrors"),
            ValidationCode = facts.GetValueOrDefault("invalid"),
            HasUnsignedOperations = facts.ContainsKey("unsigned"),
            IsQueryCompatible = facts.ContainsKey("querycompatible"),
        };
    }

    /// <summary>A protocol by the model's name of it and the JSON version.</summary>
    public static WireProtocol Protocol(string name, string jsonVersion) => name switch
    {
        "ec2" => WireProtocol.Ec2,
        "query" => WireProtocol.Query,
        "json" => jsonVersion == "1.0" ? WireProtocol.Json10 : WireProtocol.Json11,
        "rest-json" => WireProtocol.RestJson,
        "rest-xml" => WireProtocol.RestXml,
        "smithy-rpc-v2-cbor" => WireProtocol.RpcV2Cbor,
        _ => throw new FormatException($"There is no protocol '{name}'."),
    };
}
