using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Every operation of every model, in each of its protocols: what is written is read back the same.</summary>
public sealed class RoundTripTests
{
    private const int Rounds = 3;

    // In these, two members of one structure have the same element name (Event), so that XML cannot tell them apart.
    private static readonly HashSet<string> Ambiguous = ["GetBucketNotification", "PutBucketNotification"];

    public static TheoryData<string> Models => [.. ModelFiles.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void Requests_and_results_of_every_operation_come_back_as_they_were(string model)
    {
        var service = JsonModelStore.Service(model);
        var problems = new List<string>();
        var cases = 0;
        foreach (var operation in service.Operations.Select(o => service.Operation(o.Name)))
        {
            if (!IsSpoken(operation)) continue;
            foreach (var protocol in service.Protocols)
            {
                for (var round = 0; round < Rounds; round++)
                {
                    cases += 2;
                    Try(problems, operation, protocol, round, Request);
                    Try(problems, operation, protocol, round, Result);
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage("{0}: {1} cases", model, cases);
        Assert.True(problems.Count == 0, $"{problems.Count} of {cases}:\n{string.Join("\n\n", problems.Take(5))}");
        Assert.True(cases > 0);
    }

    /// <summary>Whether the codecs can carry an operation.</summary>
    internal static bool IsSpoken(OperationSchema operation) =>
        !operation.HasEventStream && !Ambiguous.Contains(operation.Name);

    private static void Request(OperationSchema operation, WireProtocol protocol, DynamicShape value)
    {
        var codec = ProtocolCodec.Of(protocol);
        var request = codec.WriteRequest(operation, value);
        var labels = protocol is WireProtocol.RestJson or WireProtocol.RestXml ? PathLabels.Of(operation, request) : [];
        var read = codec.ReadRequest(operation, request, labels, r => DynamicShape.Read(r, operation.Input));
        Same(value, read);
    }

    private static void Result(OperationSchema operation, WireProtocol protocol, DynamicShape value)
    {
        var codec = ProtocolCodec.Of(protocol);
        var response = codec.WriteResult(operation, value, "11111111-2222-3333-4444-555555555555");
        Same(value, codec.ReadResult(operation, response, r => DynamicShape.Read(r, operation.Output)));
    }

    private static void Same(DynamicShape sent, DynamicShape read) =>
        Assert.Equal(Canonical.Of(sent), Canonical.Of(read));

    private static void Try(
        List<string> problems,
        OperationSchema operation,
        WireProtocol protocol,
        int round,
        Action<OperationSchema, WireProtocol, DynamicShape> check)
    {
        var isRequest = check == Request;
        var values = new DynamicValues(HashCode(operation.Name) + round, protocol, isRequest);
        try
        {
            check(operation, protocol, values.Structure(isRequest ? operation.Input : operation.Output));
        }
        catch (Exception e)
        {
            problems.Add(
                $"{operation.Service.Id} {operation.Name} {protocol} {(isRequest ? "request" : "result")}: {e}");
        }
    }

    private static int HashCode(string text) => text.Aggregate(17, (hash, c) => unchecked(hash * 31 + c)) & 0xFFFFFF;
}
