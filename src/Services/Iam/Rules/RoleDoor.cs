using Orrery.Contracts.Identity;
using Orrery.Services.Iam.Ports;

namespace Orrery.Services.Iam.Rules;

/// <summary>How a role is entered: found by its ARN, its trust policy asked, its durations kept.</summary>
internal static class RoleDoor
{
    private static readonly TimeSpan Standard = TimeSpan.FromHours(1);

    private static readonly ITrustJudge Judge = new EngineJudge();

    /// <summary>The role of an ARN in any account.</summary>
    /// <exception cref="ServiceException">ValidationError; AccessDenied: there is none, which AWS does not tell.
    /// </exception>
    public static RoleRecord Find(ReadCall call, string arn, string action)
    {
        var parsed = RoleArn.Parse(arn);
        var role = call.Read(Tables.Roles, Scope.Global(parsed.Account)).Find(IamKey.OfName(parsed.Name));
        return role?.Arn == arn ? role! : throw Refusal(call, action, arn);
    }

    /// <summary>Asks the role's trust policy about an action, and about the tags and the source identity.</summary>
    /// <exception cref="ServiceException">AccessDenied.</exception>
    public static void Enter(ReadCall call, RoleRecord role, Asker who, (string Action, TrustContext Context) wish)
    {
        // Whoever signs is held to them before the call; nobody else is. Source: Organizations User Guide, "Resource
        // control policies": they limit all who are not of the organization, and services too, but for linked roles.
        var account = RoleArn.Parse(role.Arn).Account;
        var organization = call.FindPort<IOrganizations>()?.Of(call, account);
        var control = who.Kind == "AWS" || role.LinkedService is not null ? [] : organization?.Resource ?? [];
        if (control.Count > 0)
        {
            wish.Context.Add("aws:PrincipalIsAWSService", who.Kind == "Service" ? "true" : "false")
                .Add("aws:PrincipalServiceName", who.Kind == "Service" ? who.Names[0] : null)
                .Add("aws:ResourceAccount", account).Add("aws:ResourceOrgID", organization!.Id)
                .Add("aws:ResourceOrgPaths", organization.Path);
        }

        var keys = wish.Context.Keys;
        List<string> actions = [wish.Action];
        if (keys.Keys.Any(k => k.StartsWith("aws:RequestTag/", StringComparison.Ordinal)))
            actions.Add("sts:TagSession");
        if (keys.ContainsKey("sts:SourceIdentity")) actions.Add("sts:SetSourceIdentity");
        foreach (var action in actions)
        {
            TrustQuestion question = new(role.Trust, role.Arn, action, who, keys) { Control = control };
            if (!Judge.Allows(question)) throw Refusal(call, action, role.Arn);
        }
    }

    /// <summary>How long a session may last that asks for some seconds.</summary>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static TimeSpan Duration(RoleRecord role, int? seconds, bool isChained)
    {
        var duration = seconds is { } asked ? TimeSpan.FromSeconds(asked) : Standard;
        if (isChained && duration > Standard)
        {
            throw Errors.Validation(
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
        }

        return duration.TotalSeconds <= role.MaxSessionDuration
            ? duration
            : throw Errors.Validation(
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    /// <summary>The ARN of a session of a role.</summary>
    public static string SessionArn(RoleRecord role, string name)
    {
        var parsed = RoleArn.Parse(role.Arn);
        return $"arn:{parsed.Partition}:sts::{parsed.Account}:assumed-role/{role.Name}/{name}";
    }

    /// <summary>AccessDenied, as AWS words it.</summary>
    public static ServiceException Refusal(ReadCall call, string action, string arn) =>
        call.Caller.Kind == CallerKind.Anonymous
            ? Errors.Denied($"Not authorized to perform {action}")
            : Errors.Denied($"User: {call.Caller.Arn} is not authorized to perform: {action} on resource: {arn}");
}
