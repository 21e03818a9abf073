using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>A service tells of its resources what policies ask and requests do not say.</summary>
public interface IResourceFacts
{
    /// <summary>The service, as the third part of its ARNs has it.</summary>
    string Service { get; }

    /// <summary>The ARN of a resource, where its name does not tell it; null where there is none, or the name does.
    /// </summary>
    /// <param name="call">The call that is decided about.</param>
    /// <param name="type">The type of the resource, as in <c>data/authorization</c>.</param>
    /// <param name="name">What the request names it by.</param>
    string? ArnOf(ReadCall call, string type, string name);

    /// <summary>The tags of a resource (aws:ResourceTag); null where it is not known.</summary>
    IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn);

    /// <summary>
    /// The values of a condition key that tells a property of a resource (<c>kms:KeySpec</c>); null where it is none,
    /// or where there is no such resource.
    /// </summary>
    IReadOnlyCollection<string>? ValuesOf(ReadCall call, string arn, string key) => null;
}
