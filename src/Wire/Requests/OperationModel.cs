namespace Orrery.Wire.Requests;

/// <summary>What routing must know of an operation. Facts come from the service model.</summary>
/// <param name="Name">The operation's name, for example <c>DescribeVpcs</c>.</param>
/// <param name="Method">The HTTP method, for example <c>GET</c>.</param>
/// <param name="Uri">
/// The URI template, for example <c>/{Bucket}/{Key+}?uploads</c>: a label is a whole segment, a greedy one (<c>+</c>)
/// one or more; after the question mark stand the query literals (<c>acl</c>, <c>list-type=2</c>).
/// </param>
public sealed record OperationModel(string Name, string Method, string Uri)
{
    /// <summary>Whether it is called without a signature (authtype none: AssumeRoleWithWebIdentity).</summary>
    public bool IsUnsigned { get; init; }

    /// <summary>Whether a signature may be left out: ConfirmSubscription, by the link of a letter.</summary>
    public bool IsSignatureOptional { get; init; }

    /// <summary>Whether the model calls it deprecated: a newer operation of the same route goes before it.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Whether the body is handed on as a stream (a streaming blob is the payload).</summary>
    public bool StreamsBody { get; init; }

    /// <summary>
    /// Query keys of required members. They tell apart operations of one template: ListParts is GetObject with
    /// <c>uploadId</c>.
    /// </summary>
    public IReadOnlyList<string> RequiredQuery { get; init; } = [];

    /// <summary>Header names of required members: CopyObject is PutObject with <c>x-amz-copy-source</c>.</summary>
    public IReadOnlyList<string> RequiredHeaders { get; init; } = [];
}
