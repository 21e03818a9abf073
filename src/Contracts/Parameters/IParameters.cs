using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Parameters;

/// <summary>
/// Parameter Store for services that take a parameter in the place of a value. Systems Manager offers it.
/// </summary>
public interface IParameters
{
    /// <summary>
    /// The parameter that a text names in the call's account and region: a name or an ARN, with a version or a label
    /// after a colon, or without; null where there is none.
    /// </summary>
    FoundParameter? Find(ReadCall call, string text);
}
