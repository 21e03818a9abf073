namespace Orrery.Services.Organizations.Rules;

/// <summary>
/// How accounts leave. Every account is taken to have a way to pay its own bills. Source: Organizations User Guide,
/// "Quotas and service limits": an account that was made in the organization has to be four days old (it was seven).
/// </summary>
internal static class Departure
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(4);

    /// <summary>Takes an account out.</summary>
    /// <exception cref="ServiceException">ConstraintViolationException.</exception>
    public static void Leave(Call call, OrganizationRecord organization, NodeRecord account)
    {
        if (account.Id.Value == organization.Management)
        {
            throw Errors.Of(
                "MasterCannotLeaveOrganizationException",
                "You can't remove a management account from an organization.");
        }

        if (account.ClosingAt is not null)
            throw Errors.Constraint("ACCOUNT_CREATION_NOT_COMPLETE", "The account is closed.");
        if (!account.IsInvited && call.Now - account.Since < Age)
        {
            throw Errors.Constraint(
                "WAIT_PERIOD_ACTIVE", $"An account has to be {Age.TotalDays} days old before it leaves.");
        }

        if (Delegates.Of(call, organization, account.Id.Value).Any())
            throw Errors.Constraint("CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG", "Deregister the account first.");
        call.Keep(Tables.Nodes).Remove(account.Id);
    }
}
