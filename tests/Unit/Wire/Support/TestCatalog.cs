using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Support;

/// <summary>A small catalog with every protocol and every trap: shared names, shared versions, shared routes.</summary>
internal sealed class TestCatalog : IServiceCatalog
{
    public static readonly TestCatalog Instance = new();

    public IReadOnlyList<ServiceModel> All { get; } =
    [
        Form("docdb", "2014-10-31", "rds", "CreateDBInstance"),
        Ec2(),
        Form("elb", "2012-06-01", "elasticloadbalancing", "DescribeLoadBalancers"),
        Form("elbv2", "2015-12-01", "elasticloadbalancing", "DescribeLoadBalancers"),
        Json("dynamodb", WireProtocol.Json10, "dynamodb", "DynamoDB_20120810", "ListTables"),
        Json("ecr", WireProtocol.Json11, "api.ecr", "AmazonEC2ContainerRegistry_V20150921", "ListImages"),
        Form("iam", "2010-05-08", "iam", "ListUsers"),
        Form("rds", "2014-10-31", "rds", "CreateDBInstance", "DescribeDBClusters"),
        Sts(),
        CloudWatch(),
        Rest("lambda", WireProtocol.RestJson, "lambda",
            new OperationModel("ListFunctions", "GET", "/2015-03-31/functions/"),
            new("GetFunction", "GET", "/2015-03-31/functions/{FunctionName}"),
            new("Invoke", "POST", "/2015-03-31/functions/{FunctionName}/invocations")),
        Rest("route53", WireProtocol.RestXml, "route53",
            new OperationModel("ListHostedZones", "GET", "/2013-04-01/hostedzone")),
        Rest("apigateway", WireProtocol.RestJson, "apigateway", new OperationModel("GetRestApis", "GET", "/restapis")),
        Rest("apigatewayv2", WireProtocol.RestJson, "apigateway", new OperationModel("GetApis", "GET", "/v2/apis")),
        Rest("s3control", WireProtocol.RestXml, "s3",
            "s3-control", new OperationModel("ListJobs", "GET", "/v20180820/jobs")),
        S3(),
        SsoOidc(),
    ];

    private static ServiceModel Form(string name, string version, string signing, params string[] operations) =>
        new(name, version, () => Posts(operations)) { SigningName = signing, EndpointPrefix = signing };

    private static ServiceModel Ec2() => new("ec2", "2016-11-15", () => Posts("DescribeVpcs", "CreateVpc"))
    {
        Protocols = [WireProtocol.Ec2],
    };

    private static ServiceModel Json(
        string name, WireProtocol protocol, string endpoint, string target, string operation) =>
        new(name, "2015-09-21", () => Posts(operation))
        {
            EndpointPrefix = endpoint, TargetPrefix = target, Protocols = [protocol],
        };

    private static OperationModel[] Posts(params string[] operations) =>
        [.. operations.Select(o => new OperationModel(o, "POST", "/"))];

    private static ServiceModel Rest(
        string name, WireProtocol protocol, string signing, params OperationModel[] operations) =>
        Rest(name, protocol, signing, signing, operations);

    private static ServiceModel Rest(
        string name, WireProtocol protocol, string signing, string endpoint, params OperationModel[] operations) =>
        new(name, "2015-03-31", () => operations)
        {
            SigningName = signing, EndpointPrefix = endpoint, Protocols = [protocol],
        };

    private static ServiceModel Sts() => new("sts", "2011-06-15", () =>
    [
        new OperationModel("GetCallerIdentity", "POST", "/"),
        new OperationModel("AssumeRoleWithWebIdentity", "POST", "/") { IsUnsigned = true },
    ])
    {
        HasUnsignedOperations = true,
    };

    private static ServiceModel CloudWatch() => new("cloudwatch", "2010-08-01", () =>
        [new OperationModel("ListMetrics", "POST", "/"), new OperationModel("PutMetricData", "POST", "/")])
    {
        SigningName = "monitoring",
        EndpointPrefix = "monitoring",
        TargetPrefix = "GraniteServiceVersion20100801",
        Protocols = [WireProtocol.RpcV2Cbor, WireProtocol.Json10, WireProtocol.Query],
    };

    private static ServiceModel SsoOidc() => new("sso-oidc", "2019-06-10", () =>
        [new OperationModel("CreateToken", "POST", "/token") { IsUnsigned = true }])
    {
        EndpointPrefix = "oidc", Protocols = [WireProtocol.RestJson], HasUnsignedOperations = true,
    };

    private static ServiceModel S3() => new("s3", "2006-03-01", () => S3Operations)
    {
        Protocols = [WireProtocol.RestXml],
    };

    /// <summary>The routes of S3 that are told apart by more than path and method (botocore model, s3).</summary>
    public static IReadOnlyList<OperationModel> S3Operations { get; } =
    [
        new("ListBuckets", "GET", "/"),
        new("CreateBucket", "PUT", "/{Bucket}"),
        new("DeleteBucket", "DELETE", "/{Bucket}"),
        new("HeadBucket", "HEAD", "/{Bucket}"),
        new("ListObjects", "GET", "/{Bucket}"),
        new("ListObjectsV2", "GET", "/{Bucket}?list-type=2"),
        new("GetBucketAcl", "GET", "/{Bucket}?acl"),
        new("GetBucketLifecycle", "GET", "/{Bucket}?lifecycle") { IsDeprecated = true },
        new("GetBucketLifecycleConfiguration", "GET", "/{Bucket}?lifecycle"),
        new("GetBucketInventoryConfiguration", "GET", "/{Bucket}?inventory") { RequiredQuery = ["id"] },
        new("ListBucketInventoryConfigurations", "GET", "/{Bucket}?inventory"),
        new("DeleteBucketInventoryConfiguration", "DELETE", "/{Bucket}?inventory") { RequiredQuery = ["id"] },
        new("DeleteObjects", "POST", "/{Bucket}?delete"),
        new("GetObject", "GET", "/{Bucket}/{Key+}"),
        new("HeadObject", "HEAD", "/{Bucket}/{Key+}"),
        new("ListParts", "GET", "/{Bucket}/{Key+}") { RequiredQuery = ["uploadId"] },
        new("PutObject", "PUT", "/{Bucket}/{Key+}") { StreamsBody = true },
        new("CopyObject", "PUT", "/{Bucket}/{Key+}") { RequiredHeaders = ["x-amz-copy-source"] },
        new("UploadPart", "PUT", "/{Bucket}/{Key+}") { RequiredQuery = ["partNumber", "uploadId"], StreamsBody = true },
        new("UploadPartCopy", "PUT", "/{Bucket}/{Key+}")
        {
            RequiredQuery = ["partNumber", "uploadId"], RequiredHeaders = ["x-amz-copy-source"],
        },
        new("PutObjectTagging", "PUT", "/{Bucket}/{Key+}?tagging"),
        new("CreateMultipartUpload", "POST", "/{Bucket}/{Key+}?uploads"),
        new("SelectObjectContent", "POST", "/{Bucket}/{Key+}?select&select-type=2"),
        new("CompleteMultipartUpload", "POST", "/{Bucket}/{Key+}") { RequiredQuery = ["uploadId"] },
        new("WriteGetObjectResponse", "POST", "/WriteGetObjectResponse") { RequiredHeaders = ["x-amz-request-token"] },
    ];
}
