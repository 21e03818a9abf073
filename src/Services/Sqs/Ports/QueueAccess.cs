using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs.Ports;

/// <summary>What policies ask of queues: their own policies, and their tags.</summary>
internal sealed class QueueAccess : IResourcePolicies, IResourceFacts
{
    /// <inheritdoc/>
    public string Service => "sqs";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        if (QueueOf(call, arn) is not { } queue) return AccountOf(arn) is { } owner ? new(owner, null) : null;
        return new(AccountOf(arn)!, queue.Policy is { Length: > 0 } policy ? new(arn, policy) : null);
    }

    /// <inheritdoc/>
    public IEnumerable<string> All(ReadCall call, Scope scope) =>
        call.Read(Tables.Queues, scope).All().Select(q => $"arn:aws:sqs:{scope.Region}:{scope.Account}:{q.Name}");

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) => QueueOf(call, arn)?.Tags;

    private static string? AccountOf(string arn) =>
        arn.Split(':') is [_, _, _, _, { Length: 12 } account, _] ? account : null;

    private static QueueRecord? QueueOf(ReadCall call, string arn) =>
        arn.Split(':') is [_, _, _, { Length: > 0 } region, { Length: 12 } account, { Length: > 0 } name]
            ? call.Read(Tables.Queues, new Scope(account, region)).Find(new(name))
            : null;
}
