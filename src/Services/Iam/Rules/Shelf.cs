namespace Orrery.Services.Iam.Rules;

/// <summary>Managed policies: those of the account, and those of AWS.</summary>
internal static class Shelf
{
    private const string OfAws = "arn:aws:iam::aws:policy/";

    /// <summary>A policy, or null.</summary>
    /// <exception cref="ServiceException">InvalidInput: no ARN of a policy.</exception>
    public static PolicyRecord? Find(ReadCall call, string arn)
    {
        var isPolicy = arn.Split(':', 6) is ["arn", _, "iam", "", _, var resource]
            && resource.StartsWith("policy/", StringComparison.Ordinal);
        return isPolicy ? In(call, call.Account, arn) : throw Errors.InvalidInput($"ARN {arn} is not valid.");
    }

    /// <summary>A policy that an account can attach, or null.</summary>
    public static PolicyRecord? In(ReadCall call, string account, string arn)
    {
        if (arn.StartsWith(OfAws, StringComparison.Ordinal)) return AwsPolicies.Find(arn);
        var policy = call.Read(Tables.Policies, Scope.Global(account)).Find(IamKey.OfName(Arns.NameOf(arn)));
        return policy?.Arn == arn ? policy : null;
    }

    /// <summary>A policy.</summary>
    /// <exception cref="ServiceException">InvalidInput, NoSuchEntity.</exception>
    public static PolicyRecord Get(ReadCall call, string arn) => Find(call, arn) ?? throw Errors.NoPolicy(arn);

    /// <summary>A policy that the customer may change.</summary>
    /// <exception cref="ServiceException">InvalidInput, NoSuchEntity; AccessDenied: one of AWS.</exception>
    public static PolicyRecord Own(ReadCall call, string arn)
    {
        var policy = Get(call, arn);
        return policy.IsAws
            ? throw Errors.Denied($"Cannot change the AWS managed policy {arn}.")
            : policy;
    }

    /// <summary>A policy that is to be attached.</summary>
    /// <exception cref="ServiceException">InvalidInput, NoSuchEntity, PolicyNotAttachable.</exception>
    public static PolicyRecord Attachable(ReadCall call, string arn)
    {
        var policy = Find(call, arn) ?? throw Errors.NotAttachable(arn);
        return policy is { IsAws: true, Path: "/aws-service-role/" or RootTasks.Path }
            ? throw new ServiceException(
                "PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer Role.")
            : policy;
    }

    /// <summary>A version of a policy.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static PolicyVersionRecord Version(PolicyRecord policy, string id) =>
        policy.Versions.FirstOrDefault(v => v.Id == id)
        ?? throw Errors.NoSuchEntity($"Policy {policy.Arn} version {id} does not exist or is not attachable.");

    /// <summary>How often a policy is attached in the call's account.</summary>
    public static int Attachments(ReadCall call, string arn) =>
        call.Mine(Tables.Users).CountBy(Tables.UsersByPolicy, arn)
        + call.Mine(Tables.Groups).CountBy(Tables.GroupsByPolicy, arn)
        + call.Mine(Tables.Roles).CountBy(Tables.RolesByPolicy, arn);

    /// <summary>How often a policy is a permissions boundary in the call's account.</summary>
    public static int Boundaries(ReadCall call, string arn) =>
        call.Mine(Tables.Users).CountBy(Tables.UsersByBoundary, arn)
        + call.Mine(Tables.Roles).CountBy(Tables.RolesByBoundary, arn);
}
