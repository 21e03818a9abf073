using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Errors;

/// <summary>Turns broken constraints into the refusal that the protocol's services answer.</summary>
internal static class ConstraintErrors
{
    /// <summary>JSON, CBOR and rest-json services. Source: AWS API References, "Common errors"
    /// (ValidationException).</summary>
    public static ServiceException Json(ServiceSchema service, IReadOnlyList<Violation> violations) =>
        new(service.ValidationCode ?? "ValidationException", ConstraintText.Of(violations));

    /// <summary>Query services. Source: AWS API References, "Common errors" (ValidationError).</summary>
    public static ServiceException Query(ServiceSchema service, IReadOnlyList<Violation> violations)
    {
        foreach (var violation in violations)
        {
            if (violation.Kind is ViolationKind.Unknown) return FormErrors.Unknown(isEc2: false, Last(violation));
        }

        return new ServiceException(service.ValidationCode ?? "ValidationError", ConstraintText.Of(violations));
    }

    /// <summary>rest-xml services: a document that breaks the schema, or a header or query parameter. Source: Amazon S3
    /// API Reference, "Error responses" (MalformedXML, InvalidArgument); for others the service's own code.</summary>
    public static ServiceException RestXml(ServiceSchema service, IReadOnlyList<Violation> violations)
    {
        if (service.ValidationCode is { } code) return new ServiceException(code, ConstraintText.Of(violations));
        var inBody = violations.All(static v =>
            v.Path.Count == 0
                || v.Path[0].Member is not { Location: not (MemberLocation.Body or MemberLocation.Payload) });
        return inBody
            ? new ServiceException(
                WireErrors.MalformedXml,
                "The XML you provided was not well-formed or did not validate against our published schema")
            : new ServiceException("InvalidArgument", ConstraintText.Of(violations));
    }

    /// <summary>EC2: it answers the first. Source: EC2 API Reference, "Error codes for the Amazon EC2 API"; the texts
    /// of MissingParameter and UnknownParameter as seen in public issue threads, the ends of the others
    /// guessed.</summary>
    public static ServiceException Ec2(IReadOnlyList<Violation> violations)
    {
        var first = violations.FirstOrDefault(static v => v.Kind is ViolationKind.Unknown) ?? violations[0];
        var name = ConstraintText.Camel(Last(first));
        return first.Kind switch
        {
            ViolationKind.Unknown => FormErrors.Unknown(isEc2: true, Last(first)),
            ViolationKind.Missing =>
                new ServiceException("MissingParameter", $"The request must contain the parameter {name}"),
            ViolationKind.TooShort when first.Value is { Length: 0 } => new ServiceException(
                "InvalidParameterValue", $"Value () for parameter {name} is invalid. The value cannot be empty"),
            ViolationKind.Enum => new ServiceException(
                "InvalidParameterValue", $"Value ({first.Value}) for parameter {name} is invalid."),
            _ => new ServiceException(
                "InvalidParameterValue",
                $"Value ({first.Value}) for parameter {name} is invalid. {ConstraintText.Constraint(first)}"),
        };
    }

    // The name that the caller sent: of an element that of its list.
    private static string Last(Violation violation)
    {
        for (var i = violation.Path.Count - 1; i >= 0; i--)
        {
            var step = violation.Path[i];
            if (step.Member is null) return step.Name!;
            if (step.Member.Role is MemberRole.Member) return step.Member.Ec2Name;
        }

        return string.Empty;
    }
}
