using Orrery.Contracts.Scaling;
using Orrery.Kernel.Calls;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>Finds the services that have something to scale.</summary>
internal static class Providers
{
    /// <summary>What offers a dimension; null where nothing does.</summary>
    public static IScalableDimension? Find(ReadCall call, string dimension) =>
        call.PortsOf<IScalableDimension>().FirstOrDefault(one => one.Dimension == dimension);

    /// <summary>What offers a dimension.</summary>
    /// <exception cref="Core.ServiceException">ValidationException: nothing does, or they do not belong
    /// together.</exception>
    public static IScalableDimension Get(ReadCall call, string space, string dimension)
    {
        if (!dimension.StartsWith(space + ":", StringComparison.Ordinal))
            throw Errors.Invalid("Unsupported service namespace, resource type or scalable dimension");
        return Find(call, dimension) ?? throw Errors.NotServed(
            $"the scalable dimension {dimension}: there are no such resources of {space} to scale");
    }
}
