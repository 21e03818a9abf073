using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>Which targets a Describe operation is asked about.</summary>
internal sealed record Wanted(string Namespace, IReadOnlyList<string> Resources, string? Dimension)
{
    /// <summary>Reads it. Source: API Reference: a dimension is only named with a resource.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static Wanted Of(ServiceNamespace? space, IReadOnlyList<string>? resources, ScalableDimension? dimension)
    {
        if (dimension is not null && resources is not { Count: > 0 })
            throw Errors.Invalid("A resource ID must be specified with a scalable dimension");
        return new(space!.Value.ToWire(), resources ?? [], dimension?.ToWire());
    }

    /// <summary>Reads it, for operations that take one resource.</summary>
    public static Wanted Of(ServiceNamespace? space, string? resource, ScalableDimension? dimension) =>
        Of(space, resource is null ? null : [resource], dimension);

    /// <summary>Whether it is asked about a target.</summary>
    public bool Has(Ids.ScalableKey target)
    {
        var parts = target.Value.Split('\u001f');
        return Has(parts[0], parts[1], parts[2]);
    }

    /// <summary>Whether it is asked about a target.</summary>
    public bool Has(string space, string dimension, string resource) =>
        space == Namespace && (Dimension is null || dimension == Dimension)
        && (Resources.Count == 0 || Resources.Contains(resource));
}
