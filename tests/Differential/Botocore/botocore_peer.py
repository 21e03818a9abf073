"""Answers, line by line, how botocore writes a request and what it reads from a response.

Values travel as JSON: blobs are {"$b": base64}, instants {"$t": seconds}, floats {"$f": text}, documents {"$j": text}.
"""
import base64
import datetime
import json
import sys
from urllib.parse import urlsplit

import botocore.loaders
from botocore.awsrequest import create_request_object, prepare_request_dict
from botocore.compat import HTTPHeaders
from botocore.model import ServiceModel
from botocore.parsers import create_parser
from botocore.serialize import create_serializer

LOADER = botocore.loaders.Loader()
MODELS = {}


class Raw:
    """A streamed body: botocore hands it on as it is."""

    def __init__(self, data):
        self.data = data


def model(name):
    if name not in MODELS:
        MODELS.clear()
        MODELS[name] = ServiceModel(LOADER.load_service_model(name, 'service-2'), name)
    return MODELS[name]


def untag(value):
    if isinstance(value, dict):
        if '$b' in value:
            return base64.b64decode(value['$b'])
        if '$t' in value:
            return datetime.datetime.fromtimestamp(value['$t'], datetime.timezone.utc)
        if '$f' in value:
            return float(value['$f'])
        if '$j' in value:
            return json.loads(value['$j'])
        return {key: untag(item) for key, item in value.items()}
    return [untag(item) for item in value] if isinstance(value, list) else value


def tag(value, shape):
    if isinstance(value, Raw):
        return {'$b': base64.b64encode(value.data).decode()}
    if getattr(shape, 'is_document_type', False):
        return {'$j': json.dumps(value)}
    kind = shape.type_name
    if kind == 'structure':
        return {key: tag(item, shape.members[key]) for key, item in value.items() if key in shape.members}
    if kind == 'list':
        return [tag(item, shape.member) for item in value]
    if kind == 'map':
        return {key: tag(item, shape.value) for key, item in value.items()}
    if kind == 'blob':
        data = value.encode() if isinstance(value, str) else value
        return {'$b': base64.b64encode(data).decode()}
    if kind == 'timestamp':
        return {'$t': round(value.timestamp(), 3)}
    if kind in ('float', 'double'):
        return {'$f': repr(float(value))}
    return value


def write(ask):
    service = model(ask['service'])
    operation = service.operation_model(ask['operation'])
    request = create_serializer(ask['protocol'], include_validation=False).serialize_to_request(
        untag(ask['params']), operation)
    prepare_request_dict(request, endpoint_url='http://localhost')
    prepared = create_request_object(request).prepare()
    url = urlsplit(prepared.url)
    body = prepared.body or b''
    body = body.encode() if isinstance(body, str) else body
    return {
        'method': prepared.method, 'path': url.path, 'query': url.query,
        'headers': [[key, value.decode() if isinstance(value, bytes) else str(value)]
                    for key, value in prepared.headers.items()],
        'body': base64.b64encode(body).decode(),
    }


def read(ask):
    operation = model(ask['service']).operation_model(ask['operation'])
    headers = HTTPHeaders()
    for key, value in ask['headers']:
        headers[key] = value
    shape = None if ask['error'] else operation.output_shape
    body = base64.b64decode(ask['body'])
    if shape is not None and operation.has_streaming_output:
        body = Raw(body)
    parsed = create_parser(ask['protocol']).parse(
        {'status_code': ask['status'], 'headers': headers, 'body': body, 'context': {}}, shape)
    metadata = parsed.pop('ResponseMetadata', {})
    answer = {'requestId': metadata.get('RequestId')}
    if ask['error']:
        answer['error'] = {key: parsed['Error'].get(key) for key in ('Code', 'Message')}
    else:
        answer['value'] = tag(parsed, shape) if shape is not None else {}
    return answer


for line in sys.stdin:
    question = json.loads(line)
    try:
        reply = write(question) if question['kind'] == 'write' else read(question)
    except Exception as problem:  # told to the asking side, which decides
        reply = {'problem': f'{type(problem).__name__}: {problem}'}
    sys.stdout.write(json.dumps(reply) + '\n')
    sys.stdout.flush()
