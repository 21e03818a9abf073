using Orrery.Core;

namespace Orrery.Services.Iam;

/// <summary>Errors that several operations give. Source: STS API Reference, "Common Errors".</summary>
internal static class Errors
{
    /// <summary>ValidationError: a value is not allowed.</summary>
    public static ServiceException Validation(string message) => new("ValidationError", message);

    /// <summary>A parameter that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) => new("ValidationError", $"Orrery does not serve {what}.");
}
