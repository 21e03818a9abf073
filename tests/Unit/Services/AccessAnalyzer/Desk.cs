using Orrery.Contracts;
using Orrery.Contracts.Identity;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.AccessAnalyzer;
using Orrery.Services.AccessAnalyzer.Operations.Found;
using Orrery.Services.AccessAnalyzer.Operations.Lifecycle;
using Orrery.Wire.Generated.Accessanalyzer;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Tests.Unit.Services.AccessAnalyzer;

/// <summary>A world with an analyzer, and resources whose policies the test writes.</summary>
internal sealed class Desk : IResourcePolicies, IPrincipalDirectory, ICallActivity
{
    public const string Account = "123456789012";

    public Desk(Type type = Type.Account)
    {
        var quotas = new Quotas(new Dictionary<string, int>());
        Rig = Rig.Of(
            [AccessAnalyzerService.Registration],
            Ports.None.With<IQuotas>(quotas).Also<IResourcePolicies>(this).With<IPrincipalDirectory>(this)
                .With<ICallActivity>(this));
        Arn = Rig.Run(new CreateAnalyzer(), new() { AnalyzerName = "main", Type = type }).Arn!;
    }

    public Rig Rig { get; }

    public string Arn { get; }

    /// <summary>The policies of queues, by ARN.</summary>
    public Dictionary<string, string> Policies { get; } = [];

    public List<DirectoryEntry> Principals { get; } = [];

    public List<CallUse> Uses { get; } = [];

    public string Service => "sqs";

    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn) =>
        Policies.TryGetValue(arn, out var text) ? new(Account, new(arn, text)) : null;

    IEnumerable<string> IResourcePolicies.All(ReadCall call, Scope scope) => [.. Policies.Keys];

    IEnumerable<DirectoryEntry> IPrincipalDirectory.All(ReadCall call) => Principals;

    public CallUse? OfKey(ReadCall call, string accessKeyId) => Uses.LastOrDefault(u => u.Principal == accessKeyId);

    public CallUse? OfPrincipal(ReadCall call, string arn) => Uses.LastOrDefault(u => u.Principal == arn);

    public IReadOnlyList<CallUse> Services(ReadCall call, string arn) => [.. Uses.Where(u => u.Principal == arn)];

    /// <summary>The ARN of a queue with a policy of one statement.</summary>
    public string Queue(string name, string principal, string more = "")
    {
        var arn = $"arn:aws:sqs:eu-west-1:{Account}:{name}";
        Policies[arn] = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
            + "\"Action\":\"sqs:SendMessage\","
            + $"\"Resource\":\"{arn}\",\"Principal\":{principal}{more}}}}}";
        return arn;
    }

    public IReadOnlyList<FindingSummary> Findings(Dictionary<string, Criterion>? filter = null) =>
        Rig.Run(new ListFindings(), new() { AnalyzerArn = Arn, Filter = filter }).Findings!;

    public IReadOnlyList<FindingSummaryV2> FindingsV2() =>
        Rig.Run(new ListFindingsV2(), new() { AnalyzerArn = Arn }).Findings!;

    public GetFindingV2Result Shown(string? id) =>
        Rig.Run(new GetFindingV2(), new() { AnalyzerArn = Arn, Id = id });
}
