using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Logs.Rules;

namespace Orrery.Services.Logs.Ports;

/// <summary>
/// What policies ask of log groups and their streams: their tags, and the resource policies, those of the account and
/// those of the group. Source: CloudWatch Logs API Reference, PutResourcePolicy.
/// </summary>
internal sealed class GroupAccess : IResourceFacts, IResourcePolicies
{
    /// <inheritdoc/>
    public string Service => "logs";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        if (arn.Split(':') is not [_, _, _, { Length: > 0 } region, { Length: 12 } account, "log-group", var name, ..])
            return null;
        var scope = new Scope(account, region);
        var group = Arns.Group(scope, name);
        var policies = call.Read(Tables.Policies, scope).All().Where(p => p.ResourceArn is null || p.Key.Value == group)
            .Select(p => new PolicyText(p.Name ?? group, p.Document)).ToList();
        return new(account, null) { More = policies };
    }

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        arn.Split(':') is [_, _, _, { Length: > 0 } region, { Length: 12 } account, "log-group", var name, ..]
            ? call.Read(Tables.Groups, new Scope(account, region)).Find(new(name))?.Tags
            : null;
}
