using Orrery.Core;

namespace Orrery.Services.Ec2;

/// <summary>
/// Errors that many operations give. Those about one kind of id are in <see cref="Kinds.Ec2Kinds"/>; those of one rule
/// stand beside it. Source: "Error codes for the Amazon EC2 API".
/// </summary>
internal static class Errors
{
    /// <summary>InvalidParameterValue: a value is not allowed.</summary>
    public static ServiceException InvalidParameterValue(string message) => new("InvalidParameterValue", message);

    /// <summary>InvalidParameterCombination: values that do not go together.</summary>
    public static ServiceException InvalidParameterCombination(string message) =>
        new("InvalidParameterCombination", message);

    /// <summary>MissingParameter: a parameter that this request needs.</summary>
    public static ServiceException Missing(string parameter) =>
        new("MissingParameter", $"The request must contain the parameter {parameter}");

    /// <summary>DependencyViolation: something else still needs the resource.</summary>
    public static ServiceException DependencyViolation(string message) => new("DependencyViolation", message);

    /// <summary>OperationNotPermitted: the operation is never allowed on this resource.</summary>
    public static ServiceException OperationNotPermitted(string message) => new("OperationNotPermitted", message);

    /// <summary>InvalidParameterValue: two resources of different VPCs.</summary>
    public static ServiceException DifferentNetworks(string one, string other) =>
        InvalidParameterValue($"{one} and {other} belong to different networks");

    /// <summary>IncorrectState: the resource is not in a state for the operation.</summary>
    public static ServiceException IncorrectState(string message) => new("IncorrectState", message);

    /// <summary>UnsupportedOperation: a parameter or value that Orrery does not serve, by name.</summary>
    public static ServiceException NotServed(string what) =>
        new("UnsupportedOperation", $"Orrery does not serve {what}.");

    /// <summary>Refuses by name what is not served, if it is asked for.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void RefuseUnserved(string what, bool given)
    {
        if (given)
        {
            throw NotServed(what);
        }
    }

    /// <summary>InvalidBlockDeviceMapping: a device that contradicts itself, or what it is laid over.</summary>
    public static ServiceException InvalidBlockDeviceMapping(string why) => new("InvalidBlockDeviceMapping", why);

    /// <summary>InvalidParameterValue: a filter without a name.</summary>
    public static ServiceException FilterWithoutName() => Missing("Filter.Name");

    /// <summary>InvalidParameterValue: a filter without values.</summary>
    public static ServiceException FilterWithoutValues(string name) =>
        InvalidParameterValue($"The filter '{name}' has no values");

    /// <summary>InvalidParameterValue: a filter that the operation does not have.</summary>
    public static ServiceException UnknownFilter(string name) =>
        InvalidParameterValue($"The filter '{name}' is invalid");

    /// <summary>
    /// FilterLimitExceeded: more filters, or values of one, than a request may have (EC2 User Guide, "Filter and list
    /// your resources"). The words are guessed.
    /// </summary>
    public static ServiceException TooManyFilters(int filters, int values) => new(
        "FilterLimitExceeded", $"A request can have {filters} filters at most, and {values} values for each of them.");

    /// <summary>InvalidNextToken: a page token that we did not make.</summary>
    public static ServiceException InvalidNextToken() =>
        new("InvalidNextToken", "The specified NextToken is not valid.");
}
