using Orrery.Core;

namespace Orrery.Services.Events;

/// <summary>
/// The errors of EventBridge and its scheduler. Source: botocore models; texts of AWS where they are known.
/// </summary>
internal static class Errors
{
    private const int Missing = 404;
    private const int Clash = 409;
    private const int TooMany = 402;

    /// <summary>ValidationException: a value is not allowed.</summary>
    public static ServiceException Validation(string message) => new("ValidationException", message);

    /// <summary>ValidationException: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Validation($"Orrery does not serve {what}.");

    /// <summary>InvalidEventPatternException.</summary>
    public static ServiceException Pattern(string reason) =>
        new("InvalidEventPatternException", $"Event pattern is not valid. Reason: {reason}");

    /// <summary>ResourceNotFoundException of EventBridge.</summary>
    public static ServiceException NotFound(string what) =>
        new("ResourceNotFoundException", $"{what} does not exist.");

    /// <summary>ResourceAlreadyExistsException.</summary>
    public static ServiceException Exists(string what) =>
        new("ResourceAlreadyExistsException", $"{what} already exists.");

    /// <summary>LimitExceededException.</summary>
    public static ServiceException Limit(string message) => new("LimitExceededException", message);

    /// <summary>IllegalStatusException: a replay that is over cannot be cancelled.</summary>
    public static ServiceException IllegalStatus(string message) => new("IllegalStatusException", message);

    /// <summary>ResourceNotFoundException of the scheduler, 404.</summary>
    public static ServiceException SchedulerNotFound(string what) =>
        new("ResourceNotFoundException", $"{what} does not exist.", Missing);

    /// <summary>ConflictException of the scheduler, 409.</summary>
    public static ServiceException Conflict(string message) => new("ConflictException", message, Clash);

    /// <summary>ServiceQuotaExceededException of the scheduler, 402.</summary>
    public static ServiceException Quota(string message) => new("ServiceQuotaExceededException", message, TooMany);
}
