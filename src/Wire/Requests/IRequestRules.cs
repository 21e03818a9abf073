using Orrery.Core;
using Orrery.Wire.Schema;

namespace Orrery.Wire.Requests;

/// <summary>
/// What a service asks of its requests beyond its model before an operation sees them, and what it says in words of its
/// own where others say the same. A service says only what it has; one object serves all requests at once.
/// </summary>
public interface IRequestRules
{
    /// <summary>Looks at a request whose caller is known and whose body is not read yet; may add to its headers what
    /// its clients leave out.</summary>
    /// <param name="request">The request.</param>
    /// <param name="admission">Its operation.</param>
    /// <param name="hasTrailer">Whether its body has trailers, as its payload hash says.</param>
    /// <exception cref="ServiceException">What the service refuses.</exception>
    void CheckHead(WireRequest request, Admission admission, bool hasTrailer)
    {
    }

    /// <summary>Looks at a body that was read, with its trailers; never at one that is handed on as a stream.</summary>
    /// <param name="request">The request.</param>
    /// <param name="admission">Its operation.</param>
    /// <exception cref="ServiceException">What the service refuses.</exception>
    void CheckDocument(WireRequest request, Admission admission)
    {
    }

    /// <summary>The refusal of a request that no operation answers to; null for that of all services.</summary>
    ServiceException? Unrouted(WireRequest request) => null;

    /// <summary>The refusal of what the model rules out; null for that of the protocol.</summary>
    ServiceException? Violated(IReadOnlyList<Violation> violations) => null;

    /// <summary>The refusal of a header, label or parameter that is not of its type; null for that of the
    /// protocol.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="expected">What it should be: "an integer".</param>
    ServiceException? Unreadable(string name, string text, string expected) => null;
}
