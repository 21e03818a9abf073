using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Contracts.Tracing;

/// <summary>Says why a resource is in the state that it is in.</summary>
public interface IExplainer
{
    /// <summary>The account and region that have a resource, or null where there is none of this id.</summary>
    Scope? Find(ReadCall call, string id);

    /// <summary>Why a resource of the call's own scope is as it is.</summary>
    /// <exception cref="Core.ServiceException">The id names nothing, or nothing that is explained.</exception>
    Explanation Explain(ReadCall call, string id);
}
