using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Names;

/// <summary>Answers what a DNS name resolves to.</summary>
public interface INameResolver
{
    /// <summary>What a name resolves to for who asks the resolver of its VPC.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The name, in any case, with or without a dot at its end.</param>
    /// <param name="from">i-…, eni-…, subnet-…, vpc-… of any account and region, or <c>internet</c>.</param>
    /// <exception cref="Core.ServiceException">Who asks does not exist.</exception>
    NameAnswer Resolve(ReadCall call, string name, string from);
}
