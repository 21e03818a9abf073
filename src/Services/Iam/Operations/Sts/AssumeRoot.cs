using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Operations.Sts;

/// <summary>
/// Gives temporary credentials of the root user of a member account, held to one task. Sources: STS API Reference,
/// AssumeRoot; IAM User Guide, "Perform a privileged task on an AWS Organizations member account": not with the
/// credentials of a root user. How what is not allowed is worded is guessed.
/// </summary>
public sealed class AssumeRoot : IWriteOperation<AssumeRootRequest, AssumeRootResult>
{
    private const string Action = "sts:AssumeRoot";
    private const int Longest = 900;

    /// <inheritdoc/>
    public AssumeRootResult Run(AssumeRootRequest request, Call call)
    {
        if (call.Caller.IsRoot) throw Errors.Denied("Root users may not call AssumeRoot.");
        var account = AccountOf(request.TargetPrincipal!);
        var task = request.TaskPolicyArn!.Arn ?? throw Errors.Validation("TaskPolicyArn needs an arn.");
        var feature = RootTasks.FeatureOf(task)
            ?? throw Errors.Validation($"{task} is no policy that AssumeRoot takes as TaskPolicyArn.");
        var root = Caller.Root(account).Arn;
        var organizations = call.FindPort<IOrganizations>();
        if (RootAccess.Managed(call) is not { } organization
            || !RootAccess.Has(call, organization.Management, feature)
            || organizations?.Of(call, account) is not { IsClosed: false } target
            || target.Id != organization.Id || account == organization.Management)
        {
            throw RoleDoor.Refusal(call, Action, root);
        }

        var session = Sessions.Open(call, new()
        {
            Account = account,
            Arn = root,
            UserId = account,
            Duration = TimeSpan.FromSeconds(request.DurationSeconds ?? Longest),
            SourceIdentity = Sessions.Of(call)?.SourceIdentity,
            Policies = SessionPolicies.OfTask(task),
        });
        return new() { Credentials = Sessions.View(session), SourceIdentity = session.SourceIdentity };
    }

    // The account's number, or the ARN of its root user.
    private static string AccountOf(string principal)
    {
        var account = principal.Split(':') is ["arn", "aws", "iam", "", var named, "root"] ? named : principal;
        return AccountNumber.Is(account)
            ? account
            : throw Errors.Validation($"{principal} is no root user of an account.");
    }
}
