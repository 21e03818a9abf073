using System.Text;
using System.Text.Json.Nodes;
using Orrery.Core;
using Orrery.Tests.Wire.Codecs;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Differential.Botocore;

/// <summary>One operation in one protocol, spoken with botocore.</summary>
internal sealed class BotocoreExchange(BotocorePeer peer, OperationSchema operation, WireProtocol protocol)
{
    private readonly ProtocolCodec _codec = ProtocolCodec.Of(protocol);

    private bool IsRest => protocol is WireProtocol.RestJson or WireProtocol.RestXml;

    public override string ToString() => $"{operation.Service.Id} {operation.Name} {protocol}";

    /// <summary>botocore writes a request, and we read from it what it was given.</summary>
    public void TheirRequestIsRead(int seed)
    {
        var value = Value(operation.Input, seed, isRequest: true);
        var written = Ask("write", new JsonObject { ["params"] = TaggedJson.Write(value, operation.Input) });
        var request = new WireRequest
        {
            Method = (string)written["method"]!,
            RawPath = (string)written["path"]!,
            RawQuery = (string)written["query"]!,
            Headers = Headers(written["headers"]!.AsArray()),
            Body = new WireBody(Convert.FromBase64String((string)written["body"]!)),
        };
        var labels = IsRest ? PathLabels.Of(operation, request) : [];
        var read = _codec.ReadRequest(operation, request, labels, r => DynamicShape.Read(r, operation.Input));
        Assert.Equal(Canonical.Of(value), Canonical.Of(Plain(Without(read))));
    }

    /// <summary>We write a result, and botocore reads from it what we were given.</summary>
    public void OurResultIsRead(int seed)
    {
        var value = Value(operation.Output, seed, isRequest: false);
        var response = _codec.WriteResult(operation, value, "id-1");
        var read = AskToRead(response, isError: false);
        Assert.Equal("id-1", (string?)read["requestId"] ?? (operation.Output.Members.Count == 0 ? "id-1" : null));
        Assert.Equal(Canonical.Of(value), Canonical.Of(TaggedJson.Read(read["value"]!, operation.Output)));
    }

    /// <summary>We write each error of the model and one that it does not list; botocore reads code and
    /// message.</summary>
    public void OurErrorsAreRead(string requestId)
    {
        var errors = operation.Errors.Select(e => (e.Name, Code: Code(e))).Append(("Throttled.Now", "Throttled.Now"));
        foreach (var (name, code) in errors)
        {
            var refusal = new ServiceException(name, "Not <now> & \"never\"");
            var read = AskToRead(_codec.WriteError(operation.Service, operation, refusal, requestId), isError: true);
            if (operation.Method == "HEAD") continue;
            Assert.Equal((code, refusal.Message),
                ((string?)read["error"]!["Code"], (string?)read["error"]!["Message"]));
            Assert.Equal(requestId, (string?)read["requestId"]);
        }
    }

    private static WireHeaders Headers(JsonArray lines)
    {
        var headers = new WireHeaders();
        foreach (var line in lines) headers.Add((string)line![0]!, (string)line[1]!);
        return headers;
    }

    private static string Name(WireProtocol protocol) => protocol switch
    {
        WireProtocol.Ec2 => "ec2",
        WireProtocol.Query => "query",
        WireProtocol.RestJson => "rest-json",
        WireProtocol.RestXml => "rest-xml",
        WireProtocol.RpcV2Cbor => "smithy-rpc-v2-cbor",
        _ => "json",
    };

    private string Code(ShapeSchema error)
    {
        var isXml = protocol is WireProtocol.Ec2 or WireProtocol.Query or WireProtocol.RestXml;
        return isXml || (operation.Service.IsQueryCompatible && !IsRest) ? error.Error!.Code ?? error.Name : error.Name;
    }

    // botocore sets Content-Length itself, takes S3's Expires (a string of the model) for an instant, and reads an
    // empty
    // structure where a payload is missing.
    private DynamicShape Value(ShapeSchema shape, int seed, bool isRequest)
    {
        var values = new DynamicValues(seed, protocol, isRequest) { WholeSeconds = true, AlwaysPayload = true };
        return Without(values.Structure(shape));
    }

    private static DynamicShape Without(DynamicShape shape) => new(
        shape.Schema,
        [.. shape.Values.Select((v, i) => IsBotocores(shape.Schema.Members[i].WireName) ? null : v)]);

    private static bool IsBotocores(string name) =>
        name is "Content-Length" || name.EndsWith("Expires", StringComparison.Ordinal);

    // Documents may be spaced differently.
    private static DynamicShape Plain(DynamicShape shape) =>
        (DynamicShape)TaggedJson.Read(JsonNode.Parse(TaggedJson.Write(shape, shape.Schema).ToJsonString())!,
            shape.Schema);

    private JsonNode AskToRead(WireResponse response, bool isError)
    {
        var body = response.Body.ToArray();
        var headers = response.Headers.Select(h => (JsonNode)new JsonArray(h.Name, h.Value));
        return Ask("read", new JsonObject
        {
            ["status"] = response.Status,
            ["headers"] = new JsonArray([.. headers]),
            ["body"] = Convert.ToBase64String(body),
            ["error"] = isError,
        });
    }

    private JsonNode Ask(string kind, JsonObject question)
    {
        question["kind"] = kind;
        question["service"] = operation.Service.Id;
        question["operation"] = operation.Name;
        question["protocol"] = Name(protocol);
        var answer = peer.Ask(question);
        Assert.True(answer["problem"] is null,
            $"botocore: {answer["problem"]}\n{Encoding.UTF8.GetString(Body(question))}");
        return answer;
    }

    private static byte[] Body(JsonObject question) => (string?)question["body"] is { } body
        ? Convert.FromBase64String(body)
        : Encoding.UTF8.GetBytes(question["params"]!.ToJsonString());
}
