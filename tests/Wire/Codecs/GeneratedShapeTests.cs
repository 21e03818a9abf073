using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>The generated types against schemas made straight from the model files.</summary>
public sealed class GeneratedShapeTests
{
    private const int Rounds = 5;
    private static readonly Dictionary<string, ServiceSchema> Models =
        ModelFiles.Names.ToDictionary(name => name, name => JsonModelStore.Service(name, keepPatterns: true));

    [Fact]
    public void Generated_schemas_say_what_the_models_say()
    {
        var compared = new SchemaComparison();
        foreach (var served in GeneratedShapes.Operations())
        {
            compared.Operation(Models[served.Schema.Service.Id].Operation(served.Schema.Name), served.Schema);
        }

        Assert.True(compared.Differences.Count == 0, string.Join('\n', compared.Differences.Take(20)));
    }

    [Fact]
    public void Generated_types_read_and_write_what_the_model_describes()
    {
        var problems = new List<string>();
        foreach (var served in GeneratedShapes.Operations().Where(o => RoundTripTests.IsSpoken(o.Schema)))
        {
            foreach (var protocol in served.Schema.Service.Protocols)
            {
                for (var seed = 0; seed < Rounds; seed++) Both(problems, served, protocol, seed);
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count}:\n{string.Join("\n\n", problems.Take(5))}");
    }

    [Fact]
    public void Every_enumeration_has_each_wire_value_once_and_gives_it_back()
    {
        foreach (var (type, schema) in GeneratedShapes.Enums())
        {
            var wire = Enum.GetValues(type).Cast<object>().Select(v => GeneratedShapes.ToWire(type, v));
            Assert.Equal(schema.EnumValues, wire);
        }
    }

    [Fact]
    public void The_catalog_names_every_operation_of_every_model()
    {
        Assert.Equal(ModelFiles.Names, WireCatalog.Services.Select(s => s.Id).Order(StringComparer.Ordinal));
        foreach (var service in WireCatalog.Services)
        {
            var model = Models[service.Id];
            Assert.Equal(
                model.Operations.OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => (o.Name, o.Method, o.Uri)),
                service.Operations.Select(o => (o.Name, o.Method, o.Uri)));
            Assert.Equal(model.Protocols, service.Protocols);
            Assert.Equal(
                (model.TargetPrefix, model.SigningName, model.EndpointPrefix, model.ApiVersion, model.JsonVersion),
                (service.TargetPrefix, service.SigningName, service.EndpointPrefix, service.ApiVersion,
                service.JsonVersion));
        }
    }

    private static void Both(List<string> problems, GeneratedOperation served, WireProtocol protocol, int seed)
    {
        var operation = Models[served.Schema.Service.Id].Operation(served.Schema.Name);
        var codec = ProtocolCodec.Of(protocol);
        try
        {
            var request = new DynamicValues(seed, protocol, isRequest: true).Structure(operation.Input);
            var sent = codec.WriteRequest(operation, request);
            var labels =
                protocol is WireProtocol.RestJson or WireProtocol.RestXml ? PathLabels.Of(operation, sent) : [];
            var typed = Unchecked(
                codec.OpenRequest(served.Schema, sent, labels, rules: null), served.Schema.Input, served.Request);
            var again = codec.WriteRequest(served.Schema, typed);
            Assert.Equal((sent.RawPath, sent.RawQuery), (again.RawPath, again.RawQuery));
            if (sent.Body.IsBuffered && again.Body.IsBuffered)
            {
                Assert.Equal(Text(sent.Body.Bytes), Text(again.Body.Bytes));
            }

            var result = new DynamicValues(seed, protocol, isRequest: false).Structure(operation.Output);
            var answer = codec.WriteResult(operation, result, "id");
            var typedResult = codec.ReadResult(served.Schema, answer, served.Result);
            var answered = codec.WriteResult(served.Schema, typedResult, "id");
            if (answered.BodyStream is null) Assert.Equal(Text(answer.Body), Text(answered.Body));
            Assert.Equal(typedResult, codec.ReadResult(served.Schema, answered, served.Result));
        }
        catch (Exception e)
        {
            problems.Add($"{operation.Service.Id} {operation.Name} {protocol} {seed}: {e}");
        }
    }

    private static IShape Unchecked(ShapeSource source, ShapeSchema shape, Func<ShapeReader, IShape> read)
    {
        var root = new MemberSchema(shape.Name, shape.Name, _ => shape);
        return read(new ShapeReader(source, root, new ConstraintChecker(enforce: false)));
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => System.Text.Encoding.Latin1.GetString(bytes.Span);
}
