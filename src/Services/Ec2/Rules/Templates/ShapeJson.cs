using System.Text;
using System.Text.Json.Nodes;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Services.Ec2.Rules.Templates;

/// <summary>
/// Keeps wire shapes as JSON, and turns one into another whose members have the same names: what a launch template
/// holds is what RunInstances takes and what the answers show, in three families of shapes.
/// </summary>
internal static class ShapeJson
{
    private static readonly ProtocolCodec Codec = ProtocolCodec.Of(WireProtocol.Json11);

    /// <summary>The members that are set.</summary>
    public static string Write(IShape shape) =>
        Encoding.UTF8.GetString(Codec.WriteResult(Ec2Model.RunInstances, shape, "").Body.Span);

    /// <summary>The shape that was written.</summary>
    public static T Read<T>(string json)
        where T : class, IReadableShape<T> => Codec.ReadResult<T>(
            Ec2Model.RunInstances, WireResponse.Of(200, "application/json", Encoding.UTF8.GetBytes(json)));

    /// <summary>The members by AWS's names, which all families share.</summary>
    public static JsonObject Members(IShape shape) =>
        Named(JsonNode.Parse(Write(shape))!.AsObject(), shape.Schema);

    /// <summary>The shape that has members; those that it does not know are left out.</summary>
    public static T Of<T>(JsonObject members)
        where T : class, IReadableShape<T> => Read<T>(Wired(members, T.WireSchema).ToJsonString());

    /// <summary>A shape as another one, member by member.</summary>
    public static T As<T>(IShape shape)
        where T : class, IReadableShape<T> => Of<T>(Members(shape));

    private static JsonObject Named(JsonObject wired, ShapeSchema schema)
    {
        var result = new JsonObject();
        foreach (var member in schema.Members)
        {
            if (wired[member.WireName] is { } value)
            {
                result[member.Name] = Walk(value, member.Target, Named);
            }
        }

        return result;
    }

    private static JsonObject Wired(JsonObject named, ShapeSchema schema)
    {
        var result = new JsonObject();
        foreach (var member in schema.Members)
        {
            if (named[member.Name] is { } value)
            {
                result[member.WireName] = Walk(value, member.Target, Wired);
            }
        }

        return result;
    }

    private static JsonNode Walk(JsonNode value, ShapeSchema schema, Func<JsonObject, ShapeSchema, JsonObject> inner)
    {
        switch (value)
        {
            case JsonObject structure:
                return inner(structure, schema);
            case JsonArray list:
                var copy = new JsonArray();
                foreach (var item in list)
                {
                    copy.Add(Walk(item!, schema.Element!.Target, inner));
                }

                return copy;
            default:
                return value.DeepClone();
        }
    }
}
