using Orrery.Core;

namespace Orrery.Wire.Protocols.Errors;

/// <summary>Refusals of form parameters that do not fit the shapes.</summary>
internal static class FormErrors
{
    /// <summary>A parameter that the operation does not have. Source: EC2 API Reference, "Error codes"
    /// (UnknownParameter); for other query services guessed.</summary>
    public static ServiceException Unknown(bool isEc2, string name) => isEc2
        ? new("UnknownParameter", $"The parameter {name} is not recognized")
        : new("MalformedInput", $"Unexpected parameter {name}");

    /// <summary>A value that is not of the parameter's type. Source: EC2 API Reference, "Error codes"
    /// (InvalidParameterValue); the texts, and MalformedInput for other services, are guessed.</summary>
    public static ServiceException Invalid(bool isEc2, string name, string value, string expected) => isEc2
        ? new("InvalidParameterValue", $"Invalid value '{value}' for {name}. It must be {expected}")
        : new("MalformedInput", $"Invalid value '{value}' for {name}: it must be {expected}");
}
