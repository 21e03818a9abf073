using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Maps;

/// <summary>Tells how the world's networks are joined, to be drawn.</summary>
public interface INetworkMap
{
    /// <summary>The networks that are asked for, as of the call.</summary>
    /// <exception cref="Core.ServiceException">InvalidVpcID.NotFound: a VPC that there is not.</exception>
    NetworkMap Map(ReadCall call, MapQuestion question);
}
