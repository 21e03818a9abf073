using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Errors of VPC endpoints. InvalidParameter, InvalidServiceName and DuplicateSubnetsInSameZone with their messages as
/// public logs of Terraform and the aws CLI show them.
/// </summary>
internal static class EndpointErrors
{
    /// <summary>InvalidParameter: a parameter that does not fit.</summary>
    public static ServiceException InvalidParameter(string message) => new("InvalidParameter", message);

    /// <summary>InvalidServiceName: no such service, or none that the caller may see.</summary>
    public static ServiceException InvalidServiceName(string name) =>
        new("InvalidServiceName", $"The Vpc Endpoint Service '{name}' does not exist");

    /// <summary>A refusal as an item of a list: what else the request names goes on.</summary>
    public static UnsuccessfulItem Item(string id, ServiceException refusal) =>
        new() { ResourceId = id, Error = new() { Code = refusal.Code, Message = refusal.Message } };
}
