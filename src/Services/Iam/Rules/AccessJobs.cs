using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Reports of which services a user, group, role or policy reaches, and when they were last used. Source: IAM API
/// Reference, GenerateServiceLastAccessedDetails. The services are those that policies name; who called what comes
/// from those who keep account of calls.
/// </summary>
internal static class AccessJobs
{
    /// <summary>The kind of the timer that makes a report.</summary>
    public const string Timer = "iam.access-job";

    /// <summary>How long a report takes (guessed).</summary>
    public static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    /// <summary>A report.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static AccessJobRecord Get(ReadCall call, string id) =>
        call.Mine(Tables.AccessJobs).Find(new(id)) ?? throw Errors.NoSuchEntity($"Job ID {id} not found.");

    /// <summary>Refuses what no report can be of.</summary>
    /// <exception cref="ServiceException">InvalidInput, NoSuchEntity.</exception>
    public static void Check(ReadCall call, string arn) => Subjects(call, arn);

    /// <summary>The services of a report.</summary>
    public static IReadOnlyList<AccessedServiceRecord> Services(ReadCall call, string arn)
    {
        var (documents, holders) = Subjects(call, arn);
        var uses = call.FindPort<ICallActivity>() is { } activity
            ? holders.SelectMany(h => activity.Actions(call, h.Arn)).ToLookup(u => u.Service)
            : Enumerable.Empty<CallUse>().ToLookup(u => u.Service);
        return
        [
            .. documents.SelectMany(AccessPolicies.Services).Where(s => !s.Contains('*', StringComparison.Ordinal))
                .Concat(uses.Select(u => u.Key)).Distinct().Order(StringComparer.Ordinal)
                .Select(s => new AccessedServiceRecord(s, [.. uses[s].OrderByDescending(u => u.At)])),
        ];
    }

    private static (IReadOnlyList<string> Documents, IReadOnlyList<HolderRecord> Holders) Subjects(
        ReadCall call, string arn)
    {
        if (arn.Split(':') is [_, _, _, _, _, var resource] && resource.StartsWith("policy/", StringComparison.Ordinal))
        {
            var policy = Shelf.Get(call, arn);
            HolderRecord[] attached =
            [
                .. call.Mine(Tables.Users).By(Tables.UsersByPolicy, arn),
                .. call.Mine(Tables.Roles).By(Tables.RolesByPolicy, arn),
                .. call.Mine(Tables.Groups).By(Tables.GroupsByPolicy, arn).SelectMany(g => Members(call, g)),
            ];
            return ([policy.Default.Document], attached);
        }

        var holder = ByArn.Holder(call, arn);
        IReadOnlyList<string> documents = [.. AccessPolicies.Of(call, holder).Select(p => p.Document)];
        return (documents, holder is GroupRecord group ? [.. Members(call, group)] : [holder]);
    }

    private static IEnumerable<UserRecord> Members(ReadCall call, GroupRecord group) =>
        call.Mine(Tables.Users).By(Tables.UsersByGroup, group.Id);
}
