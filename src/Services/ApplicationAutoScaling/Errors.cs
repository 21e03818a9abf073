using Orrery.Core;

namespace Orrery.Services.ApplicationAutoScaling;

/// <summary>
/// The errors of Application Auto Scaling. Codes: botocore model; words as clients match on them, as far as they are
/// public.
/// </summary>
internal static class Errors
{
    /// <summary>ValidationException: something is wrong with the request.</summary>
    public static ServiceException Invalid(string message) => new("ValidationException", message);

    /// <summary>ValidationException: something that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => Invalid($"Orrery does not serve {what}.");

    /// <summary>ObjectNotFoundException.</summary>
    public static ServiceException NotFound(string message) => new("ObjectNotFoundException", message);

    /// <summary>ResourceNotFoundException: no target has this ARN.</summary>
    public static ServiceException NoResource(string arn) =>
        new("ResourceNotFoundException", $"The specified resource doesn't exist: {arn}");

    /// <summary>TooManyTagsException.</summary>
    public static ServiceException TooManyTags() =>
        new("TooManyTagsException", "A scalable target has at most 50 tags.");

    /// <summary>LimitExceededException.</summary>
    public static ServiceException Limit(string message) => new("LimitExceededException", message);

    /// <summary>InvalidNextTokenException: a page token that we did not make.</summary>
    public static ServiceException Token() => new("InvalidNextTokenException", "The token is not valid.");
}
