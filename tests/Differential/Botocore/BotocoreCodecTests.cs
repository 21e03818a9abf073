using Orrery.Tests.Wire.Codecs;

namespace Orrery.Tests.Differential.Botocore;

/// <summary>
/// Our codecs against botocore, operation by operation over all models: what it writes we read, what we write it reads.
/// Skipped where botocore is not installed.
/// </summary>
public sealed class BotocoreCodecTests
{
    private const string RequestId = "7a62c49f-347e-4fc4-9331-6e8eEXAMPLE";

    // botocore reads or writes these by hooks of its own, outside of its serializers and parsers; of RestoreObject its
    // model does not have the status, which a patch adds.
    private static readonly HashSet<string> Hooked =
        ["GetBucketLocation", "GetBucketNotification", "PutBucketNotification", "RestoreObject"];

    public static TheoryData<string> Models => [.. ModelFiles.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public void Botocore_and_Orrery_understand_each_other(string model)
    {
        using var peer = BotocorePeer.Start();
        Assert.SkipWhen(peer is null, "python3 with botocore is not installed: nothing was compared.");
        var service = JsonModelStore.Service(model);
        var problems = new List<string>();
        var cases = 0;
        foreach (var operation in service.Operations.Select(o => service.Operation(o.Name)))
        {
            if (operation.HasEventStream || Hooked.Contains(operation.Name)) continue;
            foreach (var protocol in service.Protocols)
            {
                var exchange = new BotocoreExchange(peer!, operation, protocol);
                cases += Try(problems, exchange, 1, e => e.TheirRequestIsRead(1));
                cases += Try(problems, exchange, 1, e => e.OurResultIsRead(2));
                cases += Try(problems, exchange, 1 + operation.Errors.Count, e => e.OurErrorsAreRead(RequestId));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{model}: {cases} cases");
        Assert.True(problems.Count == 0, $"{problems.Count} of {cases}:\n{string.Join("\n\n", problems.Take(6))}");
    }

    private static int Try(
        List<string> problems, BotocoreExchange exchange, int count, Action<BotocoreExchange> check)
    {
        try
        {
            check(exchange);
        }
        catch (Exception e)
        {
            problems.Add($"{exchange}: {e}");
        }

        return count;
    }
}
