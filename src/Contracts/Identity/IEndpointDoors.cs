using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>The VPC endpoints through which requests come. EC2 offers it.</summary>
public interface IEndpointDoors
{
    /// <summary>The endpoint of an id in the call's region; null where there is none that is available.</summary>
    EndpointDoor? Find(ReadCall call, string endpointId);
}
