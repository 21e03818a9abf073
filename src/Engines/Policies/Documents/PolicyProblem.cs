namespace Orrery.Engines.Policies.Documents;

/// <summary>Why a document is no policy of its kind.</summary>
public enum PolicyProblem
{
    /// <summary>It is not JSON, or not of the language's shape.</summary>
    Syntax,

    /// <summary>Its version is too old for its kind.</summary>
    Version,

    /// <summary>It has the shape, but a part of it cannot be read.</summary>
    LegacyParsing,

    /// <summary>Two statements have the same Sid.</summary>
    DuplicateSid,

    /// <summary>A Sid has other characters than letters and digits.</summary>
    SidCharacters,

    /// <summary>A statement has no action.</summary>
    MissingAction,

    /// <summary>A statement has no resource.</summary>
    MissingResource,

    /// <summary>A statement has no principal.</summary>
    MissingPrincipal,

    /// <summary>A statement has an element that its kind of policy must not have.</summary>
    ProhibitedElement,

    /// <summary>An action is not of the form <c>service:Operation</c>, or not of those that the kind allows.</summary>
    InvalidAction,

    /// <summary>A resource is not in the form that it must have.</summary>
    InvalidResource,

    /// <summary>A principal is none.</summary>
    InvalidPrincipal,

    /// <summary>The document does not meet what its type of control policy asks.</summary>
    ControlPolicy,
}
