using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Errors;

/// <summary>
/// What S3 says of parameters that its model rules out, where that is not InvalidArgument in the words of all services.
/// Source: Amazon S3 API Reference, "Error responses"; the elements as seen in public issue threads.
/// </summary>
internal static class StoreErrors
{
    /// <summary>The refusal of the first violation that has a code of its own; null where none has.</summary>
    public static ServiceException? Of(IReadOnlyList<Violation> violations)
    {
        foreach (var violation in violations)
            if (violation.Kind is ViolationKind.Enum && Of(violation) is { } known) return known;
        return null;
    }

    /// <summary>A header or parameter that is not of its type. The text for max-keys as seen in public issue threads,
    /// that others have the like is guessed.</summary>
    public static ServiceException Unreadable(string name, string text, string expected) =>
        new ServiceException(
            "InvalidArgument",
            expected == "an integer"
                ? $"Provided {name} not an integer or within integer range"
                : $"The value of {name} is not {expected}.")
        .WithElement("ArgumentName", name).WithElement("ArgumentValue", text);

    private static ServiceException? Of(Violation violation) => violation.Member switch
    {
        { Target.Name: "BucketLocationConstraint" } =>
            new ServiceException("InvalidLocationConstraint", "The specified location-constraint is not valid")
                .WithElement("LocationConstraint", violation.Value ?? ""),
        { Target.Name: "StorageClass", Location: MemberLocation.Header } =>
            new ServiceException("InvalidStorageClass", "The storage class you specified is not valid")
                .WithElement("StorageClassRequested", violation.Value ?? ""),
        _ => null,
    };
}
