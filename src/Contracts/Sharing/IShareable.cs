using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Sharing;

/// <summary>What a service offers whose resources may be shared with other accounts.</summary>
public interface IShareable
{
    /// <summary>
    /// The type of a resource that there is in the account and region of its ARN, for example
    /// <c>ec2:TransitGateway</c>; null where there is none.
    /// </summary>
    string? TypeOf(ReadCall call, string arn);
}
