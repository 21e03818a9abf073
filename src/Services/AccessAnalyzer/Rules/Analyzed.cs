using System.Security.Cryptography;
using System.Text;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>
/// The resources that an analyzer for external access looks at. Source: IAM User Guide, "IAM Access Analyzer resource
/// types for external access": of those, the ones whose services tell their policies.
/// </summary>
internal static class Analyzed
{
    // By the service of the ARN: the type, an action that the policy is about, and how it is read.
    private static readonly Dictionary<string, (string Type, string Action, PolicyKind Kind)> Types = new()
    {
        ["iam"] = ("AWS::IAM::Role", "sts:AssumeRole", PolicyKind.Trust),
        ["kms"] = ("AWS::KMS::Key", "kms:Decrypt", PolicyKind.Key),
        ["s3"] = ("AWS::S3::Bucket", "s3:GetObject", PolicyKind.Resource),
        ["secretsmanager"] = ("AWS::SecretsManager::Secret", "secretsmanager:GetSecretValue", PolicyKind.Resource),
        ["sns"] = ("AWS::SNS::Topic", "sns:Publish", PolicyKind.Resource),
        ["sqs"] = ("AWS::SQS::Queue", "sqs:SendMessage", PolicyKind.Resource),
    };

    /// <summary>All resources of some accounts in the call's region that have a policy.</summary>
    public static IEnumerable<AnalyzedPolicy> All(ReadCall call, IReadOnlyCollection<string> accounts) =>
        from account in accounts
        from port in call.PortsOf<IResourcePolicies>()
        where Types.ContainsKey(port.Service)
        from arn in port.All(call, new(account, call.Region))
        let policy = Of(call, port, (account, accounts), arn)
        where policy is not null
        select policy;

    // Access points of accounts outside are found by the bucket policy that lets them come.
    private static AnalyzedPolicy? Of(
        ReadCall call, IResourcePolicies port, (string Account, IReadOnlyCollection<string> Zone) whose, string arn)
    {
        var account = whose.Account;
        var (type, action, kind) = Types[port.Service];
        if (port.Find(call, action, arn) is not { } facts) return null;
        var texts = new[] { facts.IsRestricted ? null : facts.Policy, facts.List }.OfType<PolicyText>().ToList();
        texts.AddRange(call.PortsOf<IResourceGrants>().Where(g => g.Service == port.Service)
            .SelectMany(g => g.Of(call, arn)));
        if (texts.Count == 0) return null;
        var control = ControlledServices.Contains(action[..action.IndexOf(':', StringComparison.Ordinal)])
            ? call.FindPort<IOrganizations>()?.Of(call, account)?.Resource ?? []
            : [];
        var fronts = port.FrontsOf(call, arn).Where(f => whose.Zone.Contains(f.Account)).ToList();
        var all = string.Join('\n', texts.Concat(control.SelectMany(l => l.Policies)).Select(p => p.Document)
            .Concat(fronts.Select(f => $"{f.Arn} {f.Policy.Document}")));
        return new(arn, type, account, Hash(all), () => Target(facts.Account, texts) with
        {
            MustAllow = facts.IsTrust || facts.IsKey,
        })
        {
            Fronts = () => fronts.Select(f => new AnalyzedFront(
                f.Arn, Target(f.Account, [f.Policy]), new(arn, Stack(texts, kind), f.Keys, f.Inside))),
        };

        ResourcePolicies Target(string owner, IEnumerable<PolicyText> policies) => new(owner)
        {
            Policy = Stack(policies, kind),
            Control = ControlPath.Of(
                control.Select(l => new ControlLevel(l.Level, Stack(l.Policies, PolicyKind.ResourceControl)))),
        };
    }

    private static PolicyStack Stack(IEnumerable<PolicyText> texts, PolicyKind kind) => PolicyStack.Of(
        texts.Select(t => (t.Source, Document: PolicyDocument.Read(t.Document, kind, out _)))
            .Where(t => t.Document is not null).Select(t => new AttachedPolicy(t.Source, t.Document!)));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
