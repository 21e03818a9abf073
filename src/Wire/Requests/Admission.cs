using Orrery.Core;
using Orrery.Wire.Signing;

namespace Orrery.Wire.Requests;

/// <summary>
/// What became of a request at the gate: which operation of which service in which protocol, and who called. When
/// <see cref="Refusal"/> is set, answer with it in <see cref="Protocol"/>; the rest may be missing.
/// </summary>
public sealed class Admission
{
    /// <summary>The protocol to answer in; always set.</summary>
    public WireProtocol Protocol { get; internal set; }

    /// <summary>The service, or null when none was found.</summary>
    public ServiceModel? Service { get; internal set; }

    /// <summary>The operation, or null when none was found.</summary>
    public OperationModel? Operation { get; internal set; }

    /// <summary>The region of the credential scope or the host, else the default region.</summary>
    public string Region { get; internal set; } = "";

    /// <summary>Whether it names no region and is not for the default one either: an old presigned URL.</summary>
    public bool IsOfNoRegion { get; internal set; }

    /// <summary>The labels of the URI (REST only), in the template's order; also a virtual-hosted bucket.</summary>
    public IReadOnlyList<PathLabel> Labels { get; internal set; } = [];

    /// <summary>Whether the labels are UTF-8; else they hold U+FFFD where they are not.</summary>
    public bool IsText { get; internal set; } = true;

    /// <summary>What its service asks beyond its model; null where it asks nothing.</summary>
    public IRequestRules? Rules { get; internal set; }

    /// <summary>Who signed.</summary>
    public Signer Signer { get; internal set; }

    /// <summary>Why it was refused, or null.</summary>
    public ServiceException? Refusal { get; internal set; }

    /// <summary>The value of a label, or null.</summary>
    public string? Label(string name)
    {
        foreach (var label in Labels)
            if (label.Name == name) return label.Value;
        return null;
    }
}
