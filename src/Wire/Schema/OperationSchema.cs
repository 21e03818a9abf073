using System.Text;

namespace Orrery.Wire.Schema;

/// <summary>One API operation: its names, HTTP binding, shapes, errors and paging.</summary>
public sealed class OperationSchema
{
    private bool? _hasEventStream;

    /// <summary>The service it belongs to.</summary>
    public required ServiceSchema Service { get; init; }

    /// <summary>AWS's name of it.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The path and fixed query parameters.</summary>
    public string UriTemplate { get; init; } = "/";

    /// <summary>The HTTP status of a success.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The request.</summary>
    public required ShapeSchema Input { get; init; }

    /// <summary>The result.</summary>
    public required ShapeSchema Output { get; init; }

    /// <summary>The query protocol's element around the result, or null.</summary>
    public string? ResultWrapper { get; init; }

    /// <summary>The root element of a rest-xml request without a payload member, or null.</summary>
    public string? InputRoot { get; init; }

    /// <summary>The namespace of that root element.</summary>
    public XmlNamespace? InputNamespace { get; init; }

    /// <summary>The root element of a rest-xml result, or null for the shape's own name.</summary>
    public string? OutputRoot { get; init; }

    /// <summary>Whether the only member of a rest-xml result is itself the root element.</summary>
    public bool IsOutputUnwrapped { get; init; }

    /// <summary>What stands before the endpoint's host name, for example <c>{AccountId}.</c>; or null.</summary>
    public string? HostPrefix { get; init; }

    /// <summary>The errors that the model lists.</summary>
    public IReadOnlyList<ShapeSchema> Errors { get; init; } = [];

    /// <summary>The result's paging, or null.</summary>
    public PaginatorSchema? Paginator { get; init; }

    /// <summary>The member that clients fill with a token to make retries safe, or null.</summary>
    public MemberSchema? IdempotencyToken =>
        Input.Members.FirstOrDefault(static m => (m.Traits & MemberTraits.IdempotencyToken) != 0);

    /// <summary>Whether request or result holds a stream of events, which no codec speaks.</summary>
    public bool HasEventStream => _hasEventStream ??= HasEvents(Input) || HasEvents(Output);

    /// <summary>The root element of an answer of the ec2 and query protocols, encoded.</summary>
    internal byte[] ResponseTag => field ??= Encoding.UTF8.GetBytes(Name + "Response");

    /// <summary>The path and query of the template, taken apart.</summary>
    internal UriTemplate Uri => field ??= new UriTemplate(UriTemplate);

    private static bool HasEvents(ShapeSchema shape) =>
        shape.Members.Any(static m => (m.Target.Traits & ShapeTraits.EventStream) != 0);
}
