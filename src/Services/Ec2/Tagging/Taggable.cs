using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;

namespace Orrery.Services.Ec2.Tagging;

/// <summary>Finds what kind of resource an id names, for operations that take ids of any kind.</summary>
internal static class Taggable
{
    /// <summary>The kind of a resource that exists.</summary>
    /// <exception cref="ServiceException">
    /// InvalidID: no kind has such ids; or the kind's NotFound or Malformed.
    /// </exception>
    public static ResourceKind Get(ReadCall call, string id)
    {
        // Source: "Error codes for the Amazon EC2 API", InvalidID: the id for the resource to tag is not valid.
        var kind = Ec2Kinds.OfId(id) ?? throw new ServiceException("InvalidID", $"The ID '{id}' is not valid");
        kind.CheckForm(id);
        return kind.Exists(call, id) ? kind : throw kind.NotFound(id);
    }
}
