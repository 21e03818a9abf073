namespace Orrery.Services.AccessAnalyzer;

/// <summary>The errors of Access Analyzer. Codes: botocore model; texts are guessed.</summary>
internal static class Errors
{
    /// <summary>ValidationException.</summary>
    public static ServiceException Validation(string message) => new("ValidationException", message);

    /// <summary>ValidationException: what Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Validation($"Orrery does not serve {what}.");

    /// <summary>ResourceNotFoundException.</summary>
    public static ServiceException NotFound(string what) =>
        new("ResourceNotFoundException", $"{what} was not found.", 404);

    /// <summary>ConflictException.</summary>
    public static ServiceException Conflict(string message) => new("ConflictException", message, 409);

    /// <summary>ServiceQuotaExceededException.</summary>
    public static ServiceException Quota(string message) => new("ServiceQuotaExceededException", message, 402);

    /// <summary>AccessDeniedException.</summary>
    public static ServiceException Denied(string message) => new("AccessDeniedException", message, 403);
}
