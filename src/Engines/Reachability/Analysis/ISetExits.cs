using Orrery.Engines.Reachability.Indexing;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Takes what would leave a VPC, where a walk is about that VPC alone.</summary>
internal interface ISetExits
{
    /// <summary>By an attachment to a transit gateway, from a subnet.</summary>
    void Leave(Beam beam, AttachmentNode attachment, SubnetNode from);

    /// <summary>By any other gateway or peering connection.</summary>
    void LeaveOtherwise(Beam beam);
}
