namespace Orrery.Services.Organizations;

/// <summary>The errors of Organizations. Codes: botocore model; texts as clients report them, or guessed.</summary>
internal static class Errors
{
    /// <summary>InvalidInputException.</summary>
    public static ServiceException Input(string message) => new("InvalidInputException", message);

    /// <summary>InvalidInputException: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Input($"Orrery does not serve {what}.");

    /// <summary>AWSOrganizationsNotInUseException.</summary>
    public static ServiceException NotInUse() => new(
        "AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

    /// <summary>AccessDeniedException: only the management account may.</summary>
    public static ServiceException Denied() => new(
        "AccessDeniedException", "You don't have permissions to access this resource.");

    /// <summary>AlreadyInOrganizationException.</summary>
    public static ServiceException AlreadyIn() => new(
        "AlreadyInOrganizationException", "The provided account is already a member of an organization.");

    /// <summary>ConstraintViolationException, with its reason.</summary>
    public static ServiceException Constraint(string reason, string message) =>
        new("ConstraintViolationException", $"{reason}: {message}");

    /// <summary>What is not there: AccountNotFoundException and its like.</summary>
    public static ServiceException NotFound(string kind) =>
        new($"{kind}NotFoundException", $"You specified a {kind} that doesn't exist.");

    /// <summary>What is there already: DuplicatePolicyException and its like.</summary>
    public static ServiceException Duplicate(string kind, string message) => new($"Duplicate{kind}Exception", message);

    /// <summary>Any other of the model.</summary>
    public static ServiceException Of(string code, string message) => new(code, message);
}
