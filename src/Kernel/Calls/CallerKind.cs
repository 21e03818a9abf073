using System.Text.Json.Serialization;

namespace Orrery.Kernel.Calls;

/// <summary>What kind of principal calls. Persisted by name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CallerKind>))]
public enum CallerKind
{
    /// <summary>The root user of an account.</summary>
    Root,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>A session of an assumed role.</summary>
    AssumedRole,

    /// <summary>A federated user session.</summary>
    FederatedUser,

    /// <summary>A session of the root user that is held to one task.</summary>
    AssumedRoot,

    /// <summary>An AWS service acting for itself.</summary>
    Service,

    /// <summary>An unsigned request.</summary>
    Anonymous,

    /// <summary>Orrery itself: timers, clock, first touch of a scope.</summary>
    Kernel,
}
